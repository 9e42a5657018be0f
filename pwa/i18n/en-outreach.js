// Sorting guide, news, timetable, quiz, prices.
export default {
  'guide.ask': 'Type what you want to throw away',
  'guide.ask_commune': 'Ask the commune',
  'guide.classes': 'Classes of waste',
  'guide.count': '{n} found',
  'guide.none': 'This is not in the list yet',
  'guide.none_hint': 'Ask the commune: it answers and adds it to the list.',
  'guide.not_it': 'Not what you are looking for?',
  'guide.question': 'Question: where does “{what}” go?',
  'guide.sample': 'For example: battery, banana peel',
  'guide.source': 'Source: {source}',
  'guide.source_hint': 'Classes and colours follow the general rules; the commune changes them here once the city has decided.',
  'guide.things': '{n} things of this class',
  'guide.title': 'Where does this go?',
};
