import type { Failure } from '../api/failure.ts';
import { useWords, type Word } from '../i18n/words.ts';
import { TextField } from '../ui/field.tsx';
import { fieldSentence } from '../ui/use-action.ts';

export interface AccountTyping {
  name: string;
  username: string;
  phone: string;
  password: string;
}

export const EMPTY_ACCOUNT: AccountTyping = { name: '', username: '', phone: '', password: '' };

const RULES: { field: keyof AccountTyping; word: Word; fits: (text: string) => boolean }[] = [
  { field: 'name', word: 'account.wrong-name', fits: (text) => text.trim().length > 0 },
  {
    field: 'username',
    word: 'account.wrong-username',
    fits: (text) => /^[\p{Script=Han}A-Za-z0-9_.-]{2,30}$/u.test(text.trim()),
  },
  {
    field: 'phone',
    word: 'account.wrong-phone',
    fits: (text) => text.trim() === '' || /^1[3-9][0-9]{9}$/.test(text.trim()),
  },
  { field: 'password', word: 'account.wrong-password', fits: (text) => text.length >= 8 && text.length <= 128 },
];

/** What keeps an account from being made, field by field. */
export function accountWrongs(account: AccountTyping): { field: string; word: Word }[] {
  return RULES.filter((rule) => !rule.fits(account[rule.field])).map(({ field, word }) => ({
    field: `account-${field}`,
    word,
  }));
}

interface AccountFieldsProps {
  account: AccountTyping;
  onChange: (part: Partial<AccountTyping>) => void;
  wrongs: { field: string; word: Word }[];
  failure: Failure | undefined;
}

/** Name, login name, phone and password of a new account. */
export function AccountFields({ account, onChange, wrongs, failure }: AccountFieldsProps) {
  const { say } = useWords();
  const wrong = (field: keyof AccountTyping) => {
    const found = wrongs.find((one) => one.field === `account-${field}`);
    return found ? say(found.word) : fieldSentence(failure, field);
  };
  return (
    <>
      <TextField
        id="account-name"
        label={say('account.name')}
        value={account.name}
        onText={(name) => onChange({ name })}
        wrong={wrong('name')}
        autoComplete="name"
        maxLength={60}
      />
      <TextField
        id="account-username"
        label={say('account.username')}
        hint={say('account.username-hint')}
        value={account.username}
        onText={(username) => onChange({ username })}
        wrong={wrong('username')}
        autoComplete="username"
        autoCapitalize="none"
        maxLength={30}
      />
      <TextField
        id="account-phone"
        label={say('account.phone')}
        hint={say('account.phone-hint')}
        value={account.phone}
        onText={(phone) => onChange({ phone })}
        wrong={wrong('phone')}
        inputMode="tel"
        autoComplete="tel"
        maxLength={20}
      />
      <TextField
        id="account-password"
        type="password"
        label={say('account.password')}
        hint={say('account.password-hint')}
        value={account.password}
        onText={(password) => onChange({ password })}
        wrong={wrong('password')}
        autoComplete="new-password"
        maxLength={128}
      />
    </>
  );
}
