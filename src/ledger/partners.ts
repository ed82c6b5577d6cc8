import { HeliError } from '../platform/errors.ts';
import { Saved } from '../platform/fields.ts';
import { command } from '../platform/pipeline/command.ts';
import { atStation } from '../platform/pipeline/procedure.ts';
import { query } from '../platform/pipeline/query.ts';
import { AddPartner, ListPartners, Partners } from './event-schema.ts';
import { recorder } from './names.ts';
import { findPartner, insertPartner, listPartners } from './store/gatherings.ts';

/** Makes a partner known: a committee, an enterprise, a charity, a school, a resident group. */
export const addPartner = command({
  name: 'ledger.addPartner',
  version: 1,
  permit: atStation('records.write'),
  summary: 'Make an organisation or a resident group known to the station',
  path: '/ledger/add-partner',
  input: AddPartner,
  output: Saved,
  load: (transaction, { station, name }, { county }) => findPartner(transaction, { county, station }, name),
  decide: (known, { station, ...partner }, doing) => {
    if (known) throw new HeliError('not-allowed-now', 'partner-known', { params: { name: partner.name } });
    return {
      station,
      subject: { kind: 'partner', id: partner.id },
      fields: ['name', 'kind', 'sector', 'contact'],
      answer: { id: partner.id, version: 1 },
      save: (transaction) => insertPartner(transaction, recorder(doing, station), partner),
    };
  },
});

/** A station's partners, by name. */
export const listPartnersQuery = query({
  name: 'ledger.partners',
  permit: atStation('records.read'),
  summary: 'Organisations and resident groups the station works with',
  path: '/ledger/partners',
  input: ListPartners,
  output: Partners,
  read: async (transaction, { station }, { county }) => ({
    items: await listPartners(transaction, { county, station }),
  }),
});
