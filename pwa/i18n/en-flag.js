// Flag: fetched with its page.
export default {
  'flag.child': 'It shows a child',
  'flag.do': 'Send to an officer',
  'flag.done': 'Thank you. An officer will look.',
  'flag.insult': 'It insults somebody',
  'flag.leave': 'Leave it',
  'flag.open': 'This should not be public',
  'flag.other': 'Another reason',
  'flag.personal': 'It shows a person, a plate or a home',
  'flag.title': 'Why should it not be public?',
  'flag.untrue': 'It is not true',
  'flag.words': 'More',
};
