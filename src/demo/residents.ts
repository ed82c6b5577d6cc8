import { randomUUID } from 'node:crypto';
import { dayInChina } from '../platform/clock.ts';
import type { Door } from './build-demo.ts';

const DAY_MS = 86_400_000;

/** Who says they come, as they are called, and how many. */
const COMING: [string, number][] = [
  ['张婶', 2],
  ['老李', 1],
  ['王大爷', 3],
  ['小谭', 2],
  ['桂花嫂', 4],
  ['周师傅', 1],
  ['曾家奶奶', 2],
  ['阿强', 2],
];

/** What residents proposed, how many days ago, what the station answered, and in how many days it answers again. */
const PROPOSALS = [
  {
    ...{ what: '村口到晒谷坪的路灯坏了三盏，晚上接孩子看不见路', place: '柳塘村口', name: '王大爷', daysAgo: 19 },
    answer: undefined,
  },
  {
    ...{ what: '想请人教老人用手机挂号', place: '', name: '', daysAgo: 12 },
    answer: { outcome: 'done', answer: '上周六在镇站教了一次，来了 9 位。下个月第一个星期六再教一次。', nextIn: null },
  },
  {
    ...{ what: '河边洗衣台的石板松了，怕老人滑倒', place: '河口居委会后面', name: '桂花嫂', daysAgo: 1 },
    answer: { outcome: 'doing', answer: '跟河口居委会说了，先拉了绳子，请人来垫平。', nextIn: 9 },
  },
] as const;

/** Residents say that they come to a notice, and propose three things; the station has answered two. */
export async function tellResidents(
  { stranger, worker, now }: { stranger: Door; worker: Door; now: Date },
  { station, notice }: { station: string; notice: string },
): Promise<void> {
  const { slug } = await worker<{ slug: string }>('places.station', { station });
  for (const [name, people] of COMING)
    await stranger('activities.sayComing', { slug, notice, id: randomUUID(), name, people, phone: '' });
  for (const { answer, daysAgo, ...proposal } of PROPOSALS) {
    const id = randomUUID();
    const said = { slug, id, ...proposal, phone: '' };
    await stranger('activities.propose', said, new Date(now.getTime() - daysAgo * DAY_MS));
    if (!answer) continue;
    const { nextIn, ...told } = answer;
    const nextOn = nextIn === null ? null : dayInChina(new Date(now.getTime() + nextIn * DAY_MS));
    await worker('activities.answerProposal', { station, id, version: 1, ...told, nextOn });
  }
}
