// Reading aloud with the device's own Vietnamese voice.

export const canSpeak = () => 'speechSynthesis' in window;

/** Reads, or stops what is being read. @param {string} text @param {(reading: boolean) => void} onChange */
export function speak(text, onChange) {
  const voice = window.speechSynthesis;
  if (voice.speaking) {
    voice.cancel();
    return onChange(false);
  }
  const words = new SpeechSynthesisUtterance(text);
  words.lang = 'vi-VN';
  words.voice = voice.getVoices().find((one) => /^vi/i.test(one.lang)) ?? null;
  words.onend = words.onerror = () => onChange(false);
  onChange(true);
  voice.speak(words);
}

export const hush = () => canSpeak() && window.speechSynthesis.cancel();
