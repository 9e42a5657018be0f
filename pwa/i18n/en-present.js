// Có mặt ra quân: fetched with its page.
export default {
  'present.code': 'Code on the head’s phone',
  'present.code_gap': 'The code has 6 digits.',
  'present.code_hint': '6 digits',
  'present.less': 'One less',
  'present.more': 'One more',
  'present.people': 'How many of you have come?',
  'present.private': 'No name, no number. Each phone counts once.',
  'present.send': 'We are here',
  'present.title': 'We are here',
};
