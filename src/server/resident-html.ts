import type { PublicStation } from '../activities/schema.ts';
import { telOf } from '../platform/phone.ts';

const MARKS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const safe = (text: string) => text.replace(/[&<>"]/g, (mark) => MARKS[mark] ?? '');

/** 11 月 27 日 09:00, in China. */
function moment(instant: string): string {
  const at = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString();
  return `${Number(at.slice(5, 7))} 月 ${Number(at.slice(8, 10))} 日 ${at.slice(11, 16)}`;
}

function noticeHtml(slug: string, told: PublicStation['notices'][number]): string {
  const { id, title, startsAt, place, note, cancelled } = told;
  const [day = '', time = ''] = [moment(startsAt).split(' ')[2], moment(startsAt).split(' ').at(-1)];
  const where = [time, place].filter(Boolean).map(safe).join('，');
  const more = note ? `<p class="quiet">${safe(note)}</p>` : '';
  const off = cancelled ? '<p class="resident-off">取消了</p>' : '';
  const remind = cancelled
    ? ''
    : `<div class="resident-acts"><a class="resident-act" href="/c/${safe(encodeURIComponent(slug))}/${id}.ics">提醒我</a></div>`;
  return `<li class="resident-notice${cancelled ? ' is-off' : ''}"><div class="resident-day"><p><strong>${day}</strong> 日</p></div><div><h2>${safe(title)}</h2>${off}<p class="quiet">${where}</p>${more}</div>${remind}</li>`;
}

function contentHtml(station: PublicStation, slug: string): string {
  const { name, notices, address, phone } = station;
  const list =
    notices.length > 0
      ? `<ul class="resident-band resident-notices">${notices.map((notice) => noticeHtml(slug, notice)).join('')}</ul>`
      : '';
  const where = [address, phone].filter(Boolean).map((line) => `<p>${safe(line)}</p>`);
  const call = phone
    ? `<footer class="resident-foot"><a class="resident-call" href="${telOf(phone)}">打电话</a></footer>`
    : '';
  return `<div class="resident-page"><header class="resident-head"><div class="resident-top"><span class="resident-name">${safe(name)}</span></div><h1>${notices.some(({ cancelled }) => !cancelled) ? '这几天，家门口有什么？' : '这几天还没有活动'}</h1></header><main>${list}${where.length > 0 ? `<div class="resident-band">${where.join('')}</div>` : ''}</main>${call}</div>`;
}

/**
 * The residents' page with what a station shows already in it: an old phone on a slow network reads before the scripts
 * have come, and the scripts need not ask again.
 */
export function withStation(html: string, station: PublicStation, slug: string): string {
  const told = JSON.stringify(station).replaceAll('<', '\\u003c');
  return html
    .replace('<div id="root"></div>', () => `<div id="root">${contentHtml(station, slug)}</div>`)
    .replace('</body>', () => `<script type="application/json" id="station">${told}</script></body>`);
}
