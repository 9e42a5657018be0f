// Camera của xã, cho mọi người: fetched with its page.
export default {
  'camera_notices.days': '{n} days, then erased unless it became a case',
  'camera_notices.kept': 'Kept for',
  'camera_notices.lead': 'The commune keeps cameras at these places. Pictures are never published as they are; every look is written down.',
  'camera_notices.none': 'No cameras yet',
  'camera_notices.none_hint': 'When there are, their places and purposes stand here.',
  'camera_notices.owner': 'Owner',
  'camera_notices.purpose': 'Purpose',
  'camera_notices.report': 'Report rubbish',
  'camera_notices.sign': 'Sign',
  'camera_notices.since': 'since {day}',
  'camera_notices.title': 'The commune’s cameras',
};
