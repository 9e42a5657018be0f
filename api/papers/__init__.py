"""Official papers: the layout of Decree 30/2020/NĐ-CP, templates a clerk can edit, Word and Excel files."""
