import { plain } from './text.ts';

/** A village as written, and the villagers' group behind it. */
export interface VillageReading {
  village: string;
  group: string;
}

const COMMITTEE = /(村民委员会|居民委员会|村委会|居委会|村委|居委)$/;
const KIND = /(社区|村)$/;

/** A town in front, the village with what may double it (新村社区, 中村村, 村委会), and what follows. */
const PLACE =
  /^(?:.+?(?:镇|乡|街道|办事处))?((?:.+?(?:社区|村)(?:社区|村)*(?:民委员会|委会|委)?)|.+?居民?委员?会)(.*)$/;

/** Reads 清河镇杨桥村3组 as 杨桥村, 3组. */
export function readVillage(text: string): VillageReading {
  const words = plain(text).replace(/\s+/g, '');
  const found = PLACE.exec(words);
  if (!found) return { village: words, group: '' };
  return { village: withoutCommittee(`${found[1]}`), group: (found[2] ?? '').replace(/^[,、()-]+|[()]+$/g, '') };
}

function withoutCommittee(village: string): string {
  const bare = village.replace(COMMITTEE, '');
  if (bare === village || KIND.test(bare)) return bare;
  return `${bare}${/居/.test(village) ? '社区' : '村'}`;
}

/** Whether two villages are the same one: 杨桥 is 杨桥村, but 杨桥村 is not 杨桥社区. An unsaid one is the same as none. */
export function sameVillage(one: string, other: string): boolean {
  if (one === '' || other === '') return false;
  if (one === other) return true;
  const [kindOne, kindOther] = [KIND.exec(one)?.[1], KIND.exec(other)?.[1]];
  if (kindOne !== undefined && kindOther !== undefined) return false;
  return one.replace(KIND, '') === other.replace(KIND, '');
}
