/** Sentences of the launcher and the data folder. */
export const postgresWords = {
  'folder-in-use': { zh: '这个数据文件夹正在被另一个合力程序使用：{folder}。', en: 'Another Heli is using this data folder: {folder}.' },
} as const;
