/** Sentences of the launcher, the data folder and backups. */
export const postgresWords = {
  'folder-in-use': {
    zh: '这个数据文件夹正被另一个合力程序使用：{folder}。请先把那一个关掉，或者换一个文件夹。',
    en: 'Another Heli is using this data folder: {folder}. Stop that one first, or choose another folder.',
  },
  'folder-not-writable': {
    zh: '写不进数据文件夹：{folder}。请给它写的权限，或者换一个文件夹。',
    en: 'The data folder cannot be written to: {folder}. Make it writable, or choose another folder.',
  },
  'folder-of-another': {
    zh: '数据文件夹 {folder} 是另一个用户（{owner}）建的，现在的用户（{user}）打不开。请用原来的用户启动，或者换一个文件夹。',
    en: 'The data folder {folder} was made by another user ({owner}) and this user ({user}) cannot open it. Start Heli as that user, or choose another folder.',
  },
  'folder-not-reachable': {
    zh: '数据库要用普通用户（{user}）运行，它进不了 {blocked}，所以用不了 {folder}。请把数据放到别处，比如 /var/lib/heli。',
    en: 'The database runs as an ordinary user ({user}), who may not pass {blocked} and so cannot reach {folder}. Keep the data elsewhere, for instance in /var/lib/heli.',
  },
  'folder-newer': {
    zh: '数据文件夹 {folder} 是更新版本的合力（{theirs}）用过的，这个版本（{ours}）读不了。请装上新版本再启动，数据没有动。',
    en: 'The data folder {folder} was used by a newer Heli ({theirs}), which this one ({ours}) cannot read. Install the newer version; the data was not touched.',
  },
  'folder-older': {
    zh: '数据文件夹 {folder} 里的数据库是旧版本（PostgreSQL {theirs}），这个程序用的是 {ours}。请用原来的版本备份，再恢复到新文件夹。数据没有动。',
    en: 'The database in {folder} is of an older PostgreSQL ({theirs}; this program has {ours}). Make a backup with the old program and restore it into a new folder; the data was not touched.',
  },
  'folder-not-heli': {
    zh: '文件夹 {folder} 里有看不懂的 heli.json，不像是合力的数据。请换一个文件夹，里面的东西没有动。',
    en: 'The heli.json in {folder} cannot be understood; this does not look like Heli’s data. Choose another folder; nothing was touched.',
  },
  'disk-full': {
    zh: '存放资料的磁盘满了，写不下了。请腾出一些空间再试。{folder}',
    en: 'The disk that holds the data is full. Free some space and try again. {folder}',
  },
  'no-database-program': {
    zh: '少了这种电脑（{platform}）用的数据库程序。请重新运行 npm ci，或者用 DATABASE_URL 指定一个数据库。',
    en: 'The database program for this computer ({platform}) is missing. Run npm ci again, or name a database in DATABASE_URL.',
  },
  'program-not-reachable': {
    zh: '数据库程序放在 {folder}，运行它的普通用户（{user}）进不了 {blocked}，也没能复制到别处。请把合力装到别的文件夹，比如 /opt/heli。',
    en: 'The database program lies in {folder}, but the ordinary user who runs it ({user}) may not pass {blocked}, and it could not be copied elsewhere. Install Heli in another folder, for instance /opt/heli.',
  },
  'database-busy': {
    zh: '上次留下的数据库（进程 {pid}）还在收尾，一直没有应答。请过一会儿再启动，或者重启电脑。',
    en: 'The database left from last time (process {pid}) is still finishing and does not answer. Try again in a while, or restart the computer.',
  },
  'database-not-started': {
    zh: '数据库没能启动，原因记在 {log}。数据没有动。',
    en: 'The database could not be started; the reason is in {log}. The data was not touched.',
  },
  'socket-folder-taken': {
    zh: '临时文件夹 {folder} 被别的用户占着。请删掉它，或者换一个 TMPDIR。',
    en: 'The temporary folder {folder} belongs to another user. Remove it, or choose another TMPDIR.',
  },
  'backup-not-found': {
    zh: '找不到备份文件，或者没有读它的权限：{file}。',
    en: 'The backup file is not there or may not be read: {file}.',
  },
  'backup-not-heli': {
    zh: '{file} 不是合力的备份文件。什么都没有改。',
    en: '{file} is not a backup of Heli. Nothing was changed.',
  },
  'backup-broken': {
    zh: '备份文件 {file} 坏了或者不完整，和写下时不一样。请换一份备份。什么都没有改。',
    en: 'The backup {file} is damaged or incomplete: it is not as it was written. Use another backup. Nothing was changed.',
  },
  'backup-newer': {
    zh: '备份文件 {file} 是更新版本的合力做的（{theirs}，这里是 {ours}）。请装上新版本再恢复。什么都没有改。',
    en: 'The backup {file} was made by a newer Heli ({theirs}; here {ours}). Install the newer version, then restore. Nothing was changed.',
  },
  'backup-other-level': {
    zh: '备份文件 {file} 里的数据格式（{theirs}）和这个数据库的接不上。请恢复到一个全新的空数据库或新的数据文件夹。什么都没有改。',
    en: 'The data in the backup {file} ({theirs}) does not fit this database. Restore it into a new, empty database or a new data folder. Nothing was changed.',
  },
  'database-not-empty': {
    zh: '这个数据库里已经有资料，备份只能恢复到空的数据库。请换一个新的数据文件夹。什么都没有改。',
    en: 'This database holds records already; a backup is restored only into an empty one. Choose a new data folder. Nothing was changed.',
  },
  'folder-empty': {
    zh: '{folder} 里还没有合力的数据。请核对 --data，或者先运行 heli start。',
    en: 'There is no data of Heli in {folder}. Check --data, or run heli start first.',
  },
  'tls-pair': {
    zh: '--tls-cert 和 --tls-key 要一起用。',
    en: '--tls-cert and --tls-key go together.',
  },
} as const;
