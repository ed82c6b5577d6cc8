import { ConfigProvider, type ThemeConfig, theme } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import type { ReactNode } from 'react';
import 'dayjs/locale/zh-cn';
import { useWords } from '../i18n/words.ts';
import { themeInUse, usePreferences } from '../ui/preferences.ts';

/** The colour of a token as it stands on the document now: the tokens are written once, in tokens.css. */
function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--heli-${name}`).trim();
}

function deskTheme(): ThemeConfig {
  const pixels = (name: string) => Number.parseFloat(token(name));
  return {
    algorithm: themeInUse() === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      fontFamily: token('font'),
      fontSize: pixels('text'),
      fontSizeSM: pixels('note'),
      lineHeight: 1.571,
      controlHeight: pixels('control'),
      sizeUnit: 4,
      borderRadius: 5,
      borderRadiusLG: 6,
      colorPrimary: token('pri'),
      colorLink: token('pri'),
      colorSuccess: token('pri'),
      colorPrimaryActive: token('pri2'),
      colorPrimaryBg: token('pri-tint'),
      controlItemBgActive: token('pri-tint'),
      colorWarning: token('gold'),
      colorError: token('red'),
      colorInfo: token('blue'),
      colorText: token('ink'),
      colorTextSecondary: token('ink2'),
      colorTextTertiary: token('ink3'),
      colorTextPlaceholder: token('ink3'),
      colorBgLayout: token('paper'),
      colorBgContainer: token('sheet'),
      colorBgElevated: token('sheet'),
      colorFillSecondary: token('sunk'),
      colorBorder: token('edge'),
      colorBorderSecondary: token('line'),
      colorSplit: token('line'),
      boxShadowSecondary: token('shadow'),
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.12s',
    },
    components: {
      Button: { primaryColor: token('on-pri'), primaryShadow: 'none', defaultShadow: 'none' },
      Table: {
        headerBg: 'transparent',
        headerColor: token('ink3'),
        headerSplitColor: 'transparent',
        borderColor: token('line'),
        rowHoverBg: token('pri-tint'),
        cellPaddingBlock: 7,
        cellPaddingInline: 8,
      },
    },
  };
}

/** Whatever antd shows on a desk wears the tokens and the language in use. Loaded only with it. */
export function DeskTheme({ children }: { children: ReactNode }) {
  const { language } = useWords();
  usePreferences();
  return (
    <ConfigProvider theme={deskTheme()} locale={language === 'zh' ? zhCN : enUS}>
      {children}
    </ConfigProvider>
  );
}
