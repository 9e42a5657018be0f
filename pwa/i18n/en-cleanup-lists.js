// Danh mục ra quân: fetched with its page.
export default {
  'cleanup_lists.add': 'Add',
  'cleanup_lists.campaign': 'Campaigns',
  'cleanup_lists.days': 'Days',
  'cleanup_lists.first_day': 'First day',
  'cleanup_lists.heap': 'What is counted in place of weighing',
  'cleanup_lists.hint': 'Heads choose from these lists. What is out of use stays for earlier events.',
  'cleanup_lists.is_active': 'In use',
  'cleanup_lists.kilograms': 'About (kg)',
  'cleanup_lists.label': 'Name',
  'cleanup_lists.last_day': 'Last day',
  'cleanup_lists.none': 'Nothing yet.',
  'cleanup_lists.organiser': 'Bodies that hold clean-ups',
  'cleanup_lists.place': 'Kinds of places',
  'cleanup_lists.source': 'Source',
  'cleanup_lists.title': 'Lists for clean-ups',
  'cleanup_lists.unused': 'out of use',
};
