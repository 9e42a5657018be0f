"""Documents of the commune: drawn from the records, edited by people, filled into Word and Excel."""
