// Extra questions of a category, notices and suggestions.
export default {
  'asked.yes': 'Yes',
  'asked.no': 'No',
  'asked.missing': 'Please answer this question.',
  'asked.number_wrong': 'Please enter a number, for example 3.',
  'asked.call': 'Call {phone}',
  'asked.stopped': 'The hotline does not take this. Choose something else if you want to report another matter.',
  'asked.may_send': 'You can still send it to the commune.',
  'asked.perhaps': 'Is it:',
  'asked.other_title': 'Not about rubbish somebody left?',
  'asked.gap_question': 'Please answer the questions below.',
  'asked.gap_stopped': 'Somebody else deals with this. Please read the note below.',
};
