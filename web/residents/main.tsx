import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { showPreferences } from '../ui/preferences.ts';
import { ResidentPage, slugHere } from './resident-page.tsx';
import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/field.css';
import '../ui/grain.css';
import './resident.css';

const place = document.getElementById('root');
if (!place) throw new Error('resident.html has no #root');
showPreferences();
createRoot(place).render(
  <StrictMode>
    <ResidentPage slug={slugHere()} />
  </StrictMode>,
);
