// Writing a record of every kind at a station: only where one may write.
import { type Attempt, NEW, once, type Place, q } from './attempt.ts';
import { recordId, STATIONS } from './world.ts';

/** One new record of every kind that is a station's. */
export function recordInserts({ target, view }: Place): Attempt[] {
  const [county, station] = [target.county, q(target.id)];
  const index = STATIONS.indexOf(target);
  const [person, event] = [q(recordId('person', index)), q(recordId('spareEvent', index))];
  const other = q(recordId('otherPerson', index));
  const may = once(target.county === view.county && view.writes.has(target.id));
  const into = (table: string, columns: string, values: string): Attempt => ({
    what: `insert ${table}`,
    sql: `insert into heli.${table} (county_id, station_id, ${columns}) values (${county}, ${station}, ${values})`,
    allowed: may,
  });
  const heads = once(target.county === view.county && view.manages.has(target.id));
  const byHead = (table: string, columns: string, values: string): Attempt => ({
    ...into(table, columns, values),
    allowed: heads,
  });
  return [
    into(
      'person',
      'id, name, pinyin, initials, grams, sex, created_by',
      `${NEW}, '人', 'ren', 'r', '{}', 'male', ${NEW}`,
    ),
    into(
      'event',
      'id, kind, started_at, channel, phase, subject_kind, inference_version, entered_by',
      `${NEW}, 'visit', now(), 'home', 'deliver', 'person', 1, ${NEW}`,
    ),
    into(
      'contribution',
      'id, event_id, party_kind, party_id, sector, form, minutes',
      `${NEW}, ${event}, 'person', ${person}, 'resident', 'labour', 1`,
    ),
    into('visit', 'event_id, person_id, met, needs', `${event}, ${person}, 'self', '{}'`),
    into('person_group', 'person_id, code', `${person}, 'other'`),
    into('household', 'id, created_by', `${NEW}, ${NEW}`),
    into('person_contact', 'person_id, nth, kind, name', `${person}, 7, 'carer', '人'`),
    into(
      'consent',
      'id, person_id, purpose, agreed, given_by, how, given_on, entered_by',
      `${NEW}, ${person}, 'photo', true, 'self', 'paper', '2025-01-01', ${NEW}`,
    ),
    into('person_merge', 'id, survivor_id, merged_id, merged_by', `${NEW}, ${person}, ${other}, ${NEW}`),
    into('notice', 'id, title, starts_at, entered_by', `${NEW}, '讲座', now(), ${NEW}`),
    into(
      'notice_coming',
      'id, notice_id, name, people, said_at',
      `${NEW}, ${q(recordId('notice', index))}, '张婶', 2, now()`,
    ),
    into('proposal', 'id, code, what, said_at, owed_on', `${NEW}, '9999999999', '装路灯', now(), '2030-01-01'`),
    into('person_count', 'village, people', `'370203001001', 1`),
    into('project', 'id, kind, name, created_by', `${NEW}, 'service', '项目', ${NEW}`),
    into('partner', 'id, name, kind, sector, created_by', `${NEW}, '商店', 'organisation', 'enterprise', ${NEW}`),
    into('gathering', 'id, kind, name, created_by', `${NEW}, 'meeting', '议事会', ${NEW}`),
    into('attendance', 'event_id, person_id, present', `${event}, ${person}, true`),
    into('expense', 'id, event_id, amount', `${NEW}, ${event}, 1`),
    into('next_step', 'event_id, what, due_on', `${event}, '问', '2030-01-01'`),
    into('correction', 'event_id, corrected_by', `${event}, ${NEW}`),
    into(
      'attachment',
      'id, event_id, kind, name, type, bytes, digest, content, added_by',
      `${NEW}, ${event}, 'voucher', '票', 'image/png', 1, '', 'x', ${NEW}`,
    ),
    into(
      'import_batch',
      'id, file_name, plans, rows, created_by, created_at',
      `${NEW}, '台账.xlsx', '[]', 1, ${NEW}, now()`,
    ),
    into('import_row', 'batch_id, position, plan, source_row, cells', `${q(recordId('event', index))}, 1, 0, 1, '[]'`),
    into(
      'import_mapping',
      'signature, kind, roles, updated_by, updated_at',
      `'日期', 'visits', '{date}', ${NEW}, now()`,
    ),
    byHead('month_closing', 'id, month, report, closed_by, closed_at', `${NEW}, '2026-04-01', '{}', ${NEW}, now()`),
    byHead(
      'month_closed_event',
      'closing_id, event_id, kind, started_at, evidence, attached',
      `${q(recordId('event', index))}, ${NEW}, 'visit', now(), 1, 0`,
    ),
    byHead(
      'report_template',
      'id, name, bytes, digest, content, added_by, added_at',
      `${NEW}, '月报.docx', 1, '', 'x', ${NEW}, now()`,
    ),
    byHead('export_profile', 'id, name, layout, updated_by, updated_at', `${NEW}, '平台', '{}', ${NEW}, now()`),
    byHead(
      'contract_indicator',
      'id, name, unit, target, from_month, to_month, updated_by, updated_at',
      `${NEW}, '走访', 'household-time', 400, '2026-01-01', '2026-12-01', ${NEW}, now()`,
    ),
  ];
}
