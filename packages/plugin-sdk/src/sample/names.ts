import type { Language } from '@terrace/model';

const chineseFamily =
  '王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗 梁 宋 郑 谢 韩 唐 冯 于 董 萧 欧阳 司马'.split(
    ' ',
  );
const chineseGiven =
  '伟 芳 娜 敏 静 丽 强 磊 洋 勇 艳 杰 娟 涛 明 超 秀英 桂兰 志强 建国 晓东 雨欣 子涵 梓轩 欣怡 浩然 宇航 思远 佳怡 诗涵 俊杰 嘉豪 雪梅 海燕 文博 一鸣 若溪 子墨 婉婷 国栋'.split(
    ' ',
  );
const englishFamily =
  "Smith Johnson Brown Taylor Miller Wilson Moore Clark Lewis Walker Hall Young King Wright Scott Green Baker Adams Nelson Carter O'Brien O'Connor D'Angelo Evans Murphy Cooper Reed Bailey Ward Foster".split(
    ' ',
  );
const englishGiven =
  'Emma Olivia Ava Sophia Mia Grace Chloe Lily Hannah Ella Nora Alice Ruby Lucy Zoe Liam Noah Oliver James Lucas Henry Jack Leo Owen Ryan Adam Max Oscar Hugo Samuel'.split(
    ' ',
  );

function pick(list: readonly string[], random: () => number): string {
  return list[Math.floor(random() * list.length)] as string;
}

/** A name as people of `language` write it: family name first in Chinese. Nobody real is meant. */
export function personName(language: Language, random: () => number): string {
  return language === 'zh-CN'
    ? `${pick(chineseFamily, random)}${pick(chineseGiven, random)}`
    : `${pick(englishGiven, random)} ${pick(englishFamily, random)}`;
}
