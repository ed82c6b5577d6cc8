import { importWords } from './import.ts';
import { lensWords } from './lenses.ts';
import { peopleWords } from './people.ts';
import { postgresWords } from './postgres.ts';
import { reportWords } from './reports.ts';

/** Sentences of the program in Chinese, by reason. {name} is filled in. The English ones have the same keys. */
export const zh = {
  fault: '出了点问题，编号 {id}。刚才的内容没有丢，可以再试一次；还不行，把编号告诉管系统的人。',
  invalid: '有几处要改一下。',
  'unknown-field': '多了一项程序不认识的内容：{field}。什么都没有改。',
  unauthenticated: '请先登录。',
  'wrong-password': '账号或密码不对。',
  'wrong-code': '验证码不对，或者已经过了时间。',
  'two-factor-on': '两步登录已经开着；要换手机，请先关掉再开。',
  locked: '密码错了 10 次，这个账号先停 15 分钟，{until} 再试。',
  'too-many': '试得太快了，过一会儿再来。',
  forbidden: '您没有做这件事的权限。',
  'not-found': '没有找到，或者您看不到它。',
  stale: '这份内容刚才有人改过。请看看两边，再决定用哪一个。',
  'key-reused': '这个提交编号已经用过，内容却不一样。什么都没有改。',
  'key-missing': '少了提交编号（Idempotency-Key）。什么都没有改。',
  'clock-back': '这台电脑的时间比上一笔记录还早，请先把时间调对，再保存。',
  'in-future': '时间在将来，请核对日期和钟点。',
  'next-in-past': '下一次的日期已经过了。',
  'born-in-future': '出生日期在今天以后，请核对。',
  'born-precision': '出生日期和它的精确程度要一起填。',
  'unknown-area': '没有这个地区代码：{code}。',
  'unknown-person': '没有找到这个人，或者不是本站的人。',
  'already-there': '已经有一份同样编号的记录了，没有重复保存。',
  'already-set-up': '这里已经建好站点了，请直接登录。',
  'set-up-code': '请输入启动程序的窗口里显示的 6 位码。',
  'username-taken': '这个账号名有人用了，换一个。',
  'phone-taken': '这个手机号已经登记过账号。',
  'invitation-gone': '这个邀请用过了、过期了或者收回了，请站长再发一个。',
  'not-demo': '只有演示县可以这样进。',
  'last-head': '这是本站最后一位站长，先请别人当站长，再收回。',
  'own-grant': '不能收回自己的权限，请另一位站长来做。',
  'too-large': '内容太大了，一次最多 {limit} MB。',
  'cross-site': '这个请求不是从合力的页面来的，没有照做。',
  'database-away': '数据库暂时连不上，刚才的没有存进去；内容还在这里，会自动再试。',
  'database-newer': '这份数据是更新的合力程序写的（{level}），请先升级程序再打开。什么都没有改。',
  'no-such-file': '没有找到文件：{file}。',
  'no-such-login': '没有这个账号或手机号：{login}。',
  'port-in-use': '端口 {port} 已经被别的程序占用，请用 --port 换一个，或先关掉那个程序。',
  'port-refused': '系统不让用端口 {port}，请换一个大于 1024 的。',
  'no-such-host': '这台电脑没有这个地址：{host}。',
  'area-needed': '这个角色要选一个地区。',
  'area-outside': '这个地区不在本站能给的范围里，请重新选。',
  'operator-needed': '这个站还没有运营机构，请先补上，再邀请机构负责人。',
  'not-json': '内容读不懂，没有照做。',
  'unknown-project': '没有找到这个项目，或者不是本站的项目。',
  'unknown-worker': '没有找到这位同事。',
  'unknown-partner': '没有找到这个单位或小组，或者不是本站登记的。',
  'partner-known': '“{name}”已经登记过了。',
  'other-kind': '改的时候不能换成另一种工作：请收回这一条，再另记一条。',
  'own-record': '自己记的要请另一位同事来确认。',
  'other-file': '“{name}”不是照片或 PDF，没有存。请用 JPG、PNG、WebP 或 PDF。',
  'photo-consent': '照片里认得出的人都同意了才能存。',
  'helper-needed': '代为记录的，要写是谁代记的。',
  'one-measure': '时间、金额、数量只填一样。',
  'unit-needed': '数量要带单位。',
  'twice-on-list': '名单里有人出现了两次。',
  'person-needed': '请选是和谁谈的。',
  'one-subject': '要么是一个人的事，要么是一个小组的事，只选一样。',
  'unknown-state': '这类项目没有这个进度。',
  'no-works': '只有微基建才填这一部分。',
  ...(Object.fromEntries(Object.entries(lensWords).map(([key, word]) => [key, word.zh])) as Record<
    keyof typeof lensWords,
    string
  >),
  ...(Object.fromEntries(Object.entries(importWords).map(([key, word]) => [key, word.zh])) as Record<
    keyof typeof importWords,
    string
  >),
  ...(Object.fromEntries(Object.entries(postgresWords).map(([key, word]) => [key, word.zh])) as Record<
    keyof typeof postgresWords,
    string
  >),
  ...(Object.fromEntries(Object.entries(peopleWords).map(([key, word]) => [key, word.zh])) as Record<
    keyof typeof peopleWords,
    string
  >),
  ...(Object.fromEntries(Object.entries(reportWords).map(([key, word]) => [key, word.zh])) as Record<
    keyof typeof reportWords,
    string
  >),
} as const;

export type Reason = keyof typeof zh;
