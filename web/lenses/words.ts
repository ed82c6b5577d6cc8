import { useMemo } from 'react';
import { useWords } from '../i18n/words.ts';
import { type LensWords, lensWordsIn } from './say.ts';

export function useLensWords(): LensWords {
  const { language } = useWords();
  return useMemo(() => lensWordsIn(language), [language]);
}
