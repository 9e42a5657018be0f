// The books of communication.
export default {
  'guide.add': 'Add a thing',
  'guide.book': 'Sorting guide',
  'guide.book_hint': 'Residents see it as “Where does this go?”. Changes show at once.',
  'guide.class': 'Class',
  'guide.classes_book': 'Classes and colours',
  'guide.colour': 'Colour of bag or bin, in words',
  'guide.every_class': 'Every class',
  'guide.how': 'What to do',
  'guide.is_active': 'Shown to residents',
  'guide.other_names': 'Other names',
  'guide.other_names_hint': 'With commas between them, so that each can be found.',
  'guide.thing': 'Thing',
  'outreach.drop_photo': 'Take this photo away',
  'outreach.photos': 'Photos',
  'outreach.source': 'Source',
};
