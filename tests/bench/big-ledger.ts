import { type CellValue, writeXlsx } from 'hucre/xlsx';

const SURNAMES = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜'];
const GIVEN = [...'秀兰英玉珍桂香春梅国建志文永长友德水生小红丽淑芬凤娥美玲海燕雨桐'];
const VILLAGES = ['东山村', '西河村', '南塘社区', '北坡村', '中桥社区'];
const DAYS = [
  (m: number, d: number) => `2026年${m}月${d}日`,
  (m: number, d: number) => `2026.${m}.${d}`,
  (m: number, d: number) => new Date(Date.UTC(2026, m - 1, d)),
  (m: number, d: number) => `2026${String(m).padStart(2, '0')}${String(d).padStart(2, '0')}`,
];
const LENGTHS: CellValue[] = ['约1小时', 40, '1.5小时', '４５', '半小时', '90分钟'];
const NOTES = ['了解近况，身体尚可。', '督促按时服药。', '检查用电安全，更换插座。', '陪伴倾听，情绪平稳。'];

const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;
const nameOf = (n: number) => `${at(SURNAMES, n)}${at(GIVEN, n >> 3)}${at(GIVEN, (n >> 5) + (n % 7))}`;

/** A made-up ledger: a tenth of its rows people, the rest visits to them, some namesakes and some strangers. */
export function bigLedger(rows: number): Promise<Uint8Array> {
  const people = Math.floor(rows / 10);
  const register: CellValue[][] = [
    ['某镇服务对象台账（2026年）'],
    ['序号', '姓名', '性别', '出生日期', '村', '类别', '电话'],
  ];
  for (let n = 0; n < people; n++) {
    const born = `${1935 + (n % 60)}-${String((n % 12) + 1).padStart(2, '0')}-${String((n % 28) + 1).padStart(2, '0')}`;
    const phone = `139${String(n).padStart(8, '0')}`;
    register.push([n + 1, nameOf(n), n % 2 ? '男' : '女', born, at(VILLAGES, n), '独居老人', phone]);
  }
  const visits: CellValue[][] = [['日期', '走访人', '村', '姓名', '时长', '走访情况', '下次走访']];
  for (let n = 0; n < rows - people; n++) {
    const person = (n * 7919) % people;
    const day = at(DAYS, n)((n % 9) + 1, ((n * 3) % 28) + 1);
    const stranger = n % 211 === 0;
    const note = `${at(NOTES, n)}第 ${n} 次`;
    visits.push([
      day,
      '周社工、何督导',
      at(VILLAGES, person),
      stranger ? '没有的人' : nameOf(person),
      at(LENGTHS, n),
      note,
      null,
    ]);
  }
  return writeXlsx({
    sheets: [
      { name: '服务对象', rows: register },
      { name: '走访', rows: visits },
    ],
  });
}
