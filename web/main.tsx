import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startLanguage } from './i18n/words.ts';
import { App } from './shell/app.tsx';
import { startUpdates } from './shell/updates.ts';
import { showPreferences } from './ui/preferences.ts';
import './ui/staff.css';

const place = document.getElementById('root');
if (!place) throw new Error('index.html has no #root');
showPreferences();
await startLanguage();
startUpdates();
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
