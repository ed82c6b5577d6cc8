import { switchLanguage, useWords } from '../i18n/words.ts';

/** The other language, in its own words. */
export function LanguageSwitch() {
  const { language } = useWords();
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <button
      type="button"
      className="button text"
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      onClick={() => void switchLanguage(other)}
    >
      {other === 'zh' ? '中文' : 'English'}
    </button>
  );
}
