import type { Language } from '../platform/words/sentence.ts';

/** What the operator's command says, besides errors (those are in platform/words). */
const words = {
  heli: {
    zh: '合力：乡镇（街道）社工站和居民一起做事的软件。',
    en: 'Heli: the working software of a social work station and of everyone who works with it.',
  },
  usage: { zh: '用法：', en: 'Usage:' },
  options: { zh: '选项：', en: 'Options:' },
  globals: { zh: '每个命令都有的选项：', en: 'Options of every command:' },
  commands: { zh: '命令：', en: 'Commands:' },
  arguments: { zh: '参数：', en: 'Arguments:' },
  default: { zh: '（默认 {value}）', en: ' (default {value})' },
  help: { zh: '显示说明', en: 'show this help' },
  version: { zh: '显示版本', en: 'show the version' },
  language: { zh: '用中文（zh）还是英文（en）', en: 'zh (Chinese) or en (English)' },
  json: { zh: '结果写成一行 JSON，给别的程序读', en: 'answer with one line of JSON, for other programs' },
  data: { zh: '数据文件夹', en: 'the data folder' },
  start: { zh: '启动合力，打印一个网址，一直运行到停下', en: 'start Heli, print one address, run until stopped' },
  stop: { zh: '停下在一个数据文件夹上运行的合力', en: 'stop the Heli that runs on a data folder' },
  status: { zh: '看合力是不是在运行、网址是什么', en: 'say whether Heli is running, and at which address' },
  verify: {
    zh: '从头核对每个站的记录链，找出第一处改动',
    en: 'recompute every station’s journal chain and find the first line that was altered',
  },
  backup: { zh: '把全部资料写成一个带校验的备份文件', en: 'write everything into one checksummed file' },
  restore: { zh: '把备份恢复到一个空的数据文件夹', en: 'put a backup back into an empty data folder' },
  password: {
    zh: '给忘了密码的账号换一个新密码，旧的登录全部退出',
    en: 'give an account that forgot its password a new one, and end its sign-ins',
  },
  clock: {
    zh: '看各站记录的时间，电脑时间调错又调回来以后接着用',
    en: 'show each station’s clock; go on after a clock that ran ahead was put right',
  },
  budget: {
    zh: '一次预算投票资助哪些项目（研究用）',
    en: 'which projects a budget vote funds (for researchers)',
  },
  groups: { zh: '意见分成哪几群（研究用）', en: 'which groups of opinion there are (for researchers)' },
  analyse: {
    zh: '统计方法：读 CSV，打印结果（研究用）；看某一种：heli analyse 方法 --help',
    en: 'statistics: CSV in, the answer out (for researchers); about one of them: heli analyse METHOD --help',
  },
  diffusion: { zh: '政策怎么传开（研究用）', en: 'how policies spread (for researchers)' },
  example: { zh: '例子：', en: 'Example:' },
  needed: { zh: '（必须写）', en: ' (needed)' },
  'fault-at': { zh: '{where}：{what}', en: '{where}: {what}' },
  'at-comma': { zh: '，', en: ', ' },
  met: { zh: '（{value}）', en: ' ({value})' },
  'at-row': { zh: '第 {row} 行', en: 'row {row}' },
  'at-line': { zh: '（文件第 {line} 行）', en: ' (line {line} of the file)' },
  'at-column': { zh: '{column} 列', en: 'column {column}' },
  port: { zh: '端口', en: 'the port' },
  host: {
    zh: '在哪个地址上服务：127.0.0.1 只给这台电脑，0.0.0.0 给整个网络',
    en: 'the address to serve on: 127.0.0.1 for this computer, 0.0.0.0 for the network',
  },
  demo: { zh: '打开演示县：全是编的资料', en: 'open the demonstration county: everything in it is made up' },
  'tls-cert': { zh: 'HTTPS 证书文件（PEM）', en: 'certificate for HTTPS (PEM file)' },
  'tls-key': { zh: 'HTTPS 私钥文件（PEM）', en: 'private key for HTTPS (PEM file)' },
  'trusted-proxy': {
    zh: '信任的代理地址，用逗号隔开',
    en: 'addresses or ranges of trusted proxies, separated by commas',
  },
  'backup-file': { zh: '写到哪个文件；不写就按日期取名', en: 'the file to write; named by date when left out' },
  'restore-file': { zh: '备份文件', en: 'the backup file' },
  'restore-secrets': {
    zh: '原来数据文件夹里的 secrets.json：有了它，两步验证还能用',
    en: 'secrets.json of the old data folder: with it two-step sign-in goes on working',
  },
  'verify-file': { zh: '只核对一个备份文件，不看数据库', en: 'check a backup file instead of the database' },
  'clock-accept': {
    zh: '承认现在的电脑时间是对的，接着记录',
    en: 'accept the computer’s time as right and go on from it',
  },
  lens: {
    zh: '看一个站的五个问题之一（resilience community value participation diffusion），或者导出不带人名的事实：heli lens export 文件',
    en: 'one of the five lenses of a station (resilience community value participation diffusion), or its facts without names: heli lens export FILE',
  },
  'lens-name': { zh: '哪个问题，或者 export', en: 'which lens, or export' },
  'lens-file': { zh: '导出到哪个文件', en: 'the file to export to' },
  'lens-station': { zh: '站名', en: 'name of the station' },
  'lens-from': {
    zh: '从哪天起（2026-01-01），或者导出过的事实文件',
    en: 'the first day (2026-01-01), or an exported file of facts',
  },
  'lens-to': { zh: '到哪天止（算在内）', en: 'the last day, counted in' },
  'lens-project': { zh: '只数一个项目（编号）', en: 'one project alone (its id)' },
  'lens-village': { zh: '只数一个村（12 位代码）', en: 'one village alone (12-digit code)' },
  'lens-group': { zh: '覆盖面按哪类人算', en: 'the group of people that coverage is counted for' },
  'lens-versions': { zh: '用某一项的旧版本：A4@1', en: 'older versions of measures: A4@1' },
  'lens-shift': { zh: '把所有日子一起挪若干周', en: 'move every day by the same number of weeks' },
  'lens-key': {
    zh: '化名用的钥匙文件；没有就新建，几次导出要对得上才用',
    en: 'key file of the pseudonyms, made when it is not there; only where several exports must match',
  },
  'lens-title': { zh: '{title}（{from} 至 {to}）', en: '{title} ({from} to {to})' },
  'lens-measure': { zh: '{id} {name}', en: '{id} {name}' },
  'lens-value': { zh: '  {name}：{figure}', en: '  {name}: {figure}' },
  'lens-exported': {
    zh: '写好了 {file}：{acts} 笔，没有人名；{villages} 个村人太少，去掉了地点。',
    en: '{file} is written: {acts} gifts, without names; the place of {villages} villages with too few people was left out.',
  },
  'lens-shifted': {
    zh: '日子挪过了：按月、按季数的会和原来不一样。',
    en: 'The days were moved: what is counted by month or quarter will differ from the original.',
  },
  import: {
    zh: '看一个 Excel 台账放进来会怎样（--dry-run 只试算，什么都不改）',
    en: 'show what taking in an Excel ledger would do (--dry-run: nothing is changed)',
  },
  'import-what': { zh: '放进来的是什么：ledger 台账', en: 'what is taken in: ledger' },
  'import-file': { zh: 'Excel 文件（.xlsx）', en: 'the Excel file (.xlsx)' },
  'import-dry-run': { zh: '只试算，什么都不改', en: 'only count; change nothing' },
  'import-station': {
    zh: '和这个站已有的人对一对（站名）；不写就只看文件',
    en: 'compare with the people this station knows (its name); without it only the file is read',
  },
  'import-in-pages': {
    zh: '记入要在网页的“导入”里做，拿不准的行可以一行一行看。这里只试算：请加上 --dry-run。',
    en: 'Rows are taken in on the Import page, where doubtful ones can be looked at. Here they are only counted: add --dry-run.',
  },
  'import-dry': { zh: '{file}：试算，什么都没有改。', en: '{file}: only counted, nothing was changed.' },
  'import-people': {
    zh: '人：{rows} 行，{people} 人；{duplicates} 行像是同一个人写了两遍；{failed} 人的身份证号对不上校验码。',
    en: 'People: {rows} rows, {people} persons; {duplicates} rows look like somebody listed twice; {failed} persons have an ID number that fails its check.',
  },
  'import-visits': {
    zh: '走访：{rows} 行，可以记入 {placed} 行（其中 {moved} 行写着已搬走）；等您定 {held} 行：日期 {dates}、没有这个人 {unknown}、同名 {ambiguous}。',
    en: 'Visits: {rows} rows, {placed} can be taken in ({moved} say moved away); {held} wait for you: date {dates}, unknown person {unknown}, namesakes {ambiguous}.',
  },
  'import-attendance': {
    zh: '签到：{events} 场（节），{times} 人次。',
    en: 'Sign-in sheets: {events} events, {times} person-times.',
  },
  'import-event': { zh: '  {name}：{times} 人次', en: '  {name}: {times} person-times' },
  'import-skipped': {
    zh: '没有用的行：空行 {blank}，合计、重复表头等 {other}，同一场写了两遍的名字 {twice}。',
    en: 'Rows left out: {blank} empty, {other} totals, repeated headers and the like, {twice} names listed twice at one event.',
  },
  'import-unused': { zh: '没有用上的表：{sheets}。', en: 'Sheets that are not used: {sheets}.' },
  'import-held': { zh: '等您定的 {rows} 行：', en: '{rows} rows wait for you:' },
  'import-held-row': { zh: '  {sheet} 第 {row} 行 {name}：{why}', en: '  {sheet} row {row} {name}: {why}' },
  'import-held-more': { zh: '  还有 {rows} 行', en: '  and {rows} more' },
  started: { zh: '合力已启动：{address}', en: 'Heli is running at {address}' },
  'set-up-code': {
    zh: '从别的电脑第一次打开时，要填这个码：{code}',
    en: 'Setting up from another computer asks for this code: {code}',
  },
  'folder-chosen': { zh: '数据放在 {folder}', en: 'The data is kept in {folder}' },
  stopped: { zh: '合力已停下（{folder}）。', en: 'Heli has stopped ({folder}).' },
  'not-running': { zh: '没有合力在 {folder} 上运行。', en: 'No Heli is running on {folder}.' },
  'left-stopped': {
    zh: '没有合力在 {folder} 上运行；上次留下的数据库已停下。',
    en: 'No Heli is running on {folder}; the database it left behind has been stopped.',
  },
  'not-stopping': {
    zh: '合力（进程 {pid}）收到了停止的要求，但还没有停下。',
    en: 'Heli (process {pid}) was asked to stop but has not stopped yet.',
  },
  running: {
    zh: '合力在运行：{address}（进程 {pid}，数据库：{database}）',
    en: 'Heli is running at {address} (process {pid}, database: {database})',
  },
  'running-silent': {
    zh: '合力在运行（进程 {pid}），但网址 {address} 没有应答。',
    en: 'Heli is running (process {pid}), but {address} does not answer.',
  },
  'chain-whole': { zh: '{station}：{lines} 行，完整，短码 {code}', en: '{station}: {lines} lines, whole, code {code}' },
  'chain-none': { zh: '还没有记录。', en: 'There are no lines yet.' },
  'chain-broken': {
    zh: '{station} 的第 {seq} 行不对：{why}。从这一行起不能再作准。',
    en: 'Line {seq} of {station} is wrong: {why}. Nothing from this line on can be relied upon.',
  },
  'why-hash': { zh: '内容被改过', en: 'its content was altered' },
  'why-previous': { zh: '和上一行接不上', en: 'it does not follow the line before' },
  'why-gap': { zh: '前面少了行', en: 'lines before it are missing' },
  'why-head': { zh: '链尾和记下的不一样', en: 'the end of the chain is not the one that was noted' },
  'backup-done': {
    zh: '已备份：{file}（{rows} 行，{megabytes} MB）',
    en: 'Backup written: {file} ({rows} rows, {megabytes} MB)',
  },
  'backup-keep': {
    zh: '请把它放到别的电脑或硬盘上；{secrets} 也要另外保管，不然恢复以后身份证号打不开，两步验证要重新设。',
    en: 'Keep it on another computer or disk. Keep {secrets} too, apart from it: without it no ID number can be opened after a restore, and two-step sign-in must be set up anew.',
  },
  'backup-good': {
    zh: '备份完好：{file}（{createdAt}，{rows} 行）',
    en: 'The backup is whole: {file} ({createdAt}, {rows} rows)',
  },
  'restore-done': {
    zh: '已恢复到 {folder}：{rows} 行，各站记录链和备份时一样。',
    en: 'Restored into {folder}: {rows} rows; every journal chain is as it was.',
  },
  'restore-no-key': {
    zh: '注意：备份里有身份证号，可是开它的钥匙不在这里，所以显示不出来。找到原来的 secrets.json，把里面 people 那一行抄到 {secrets} 里，再启动。',
    en: 'Note: the backup holds ID numbers, but their key is not here, and so they cannot be shown. Find the old secrets.json, copy its line "people" into {secrets}, and start again.',
  },
  'password-login': { zh: '账号名或手机号', en: 'account name or phone' },
  'password-set': {
    zh: '{name}（{username}）的新密码：{password}\n只显示这一次。原来的 {ended} 处登录已退出。请本人登录后到“设置 → 我的账号”换成自己的。',
    en: 'New password of {name} ({username}): {password}\nIt is shown only now. {ended} sign-ins were ended. It should be changed after signing in, under Settings → My account.',
  },
  'clock-line': { zh: '{station}：最后一笔 {at}{ahead}', en: '{station}: last line {at}{ahead}' },
  'clock-ahead': { zh: '，比电脑时间还晚', en: ', later than this computer’s clock' },
  'clock-accepted': { zh: '好了，从现在的时间接着记录。', en: 'Done; recording goes on from the present time.' },
  'wrong-option': { zh: '没有这个选项：{word}。用 --help 看说明。', en: 'There is no option {word}. See --help.' },
  'wrong-command': { zh: '没有这个命令：{word}。用 --help 看说明。', en: 'There is no command {word}. See --help.' },
  'wrong-value': { zh: '{word} 的值不对。用 --help 看说明。', en: 'The value of {word} is not right. See --help.' },
  'missing-option': { zh: '少了选项：{word}。用 --help 看说明。', en: 'The option {word} is needed. See --help.' },
  'missing-argument': { zh: '少了 {word}。用 --help 看说明。', en: '{word} is needed. See --help.' },
  'wrong-use': { zh: '命令写得不对。用 --help 看说明。', en: 'This is not how the command is used. See --help.' },
} as const;

export type CliWord = keyof typeof words;

/** A sentence of the operator's command in a language, with {name} filled in. */
export function told(language: Language, word: CliWord, params: Record<string, string | number> = {}): string {
  return words[word][language].replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}
