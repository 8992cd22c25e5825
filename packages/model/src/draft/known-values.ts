import type { SpokenValue, VocabularyEntry } from '@terrace/expression';
import type { Field } from '../catalog/record-type.js';

/** Places that are known as such without a word that says so: “上海的客户”. Any other one is read behind "from" or “来自”. */
const chinesePlaces: readonly string[] = [
  '北京',
  '天津',
  '上海',
  '重庆',
  '河北',
  '山西',
  '辽宁',
  '吉林',
  '黑龙江',
  '江苏',
  '浙江',
  '安徽',
  '福建',
  '江西',
  '山东',
  '河南',
  '湖北',
  '湖南',
  '广东',
  '海南',
  '四川',
  '贵州',
  '云南',
  '陕西',
  '甘肃',
  '青海',
  '内蒙古',
  '广西',
  '西藏',
  '宁夏',
  '新疆',
  '香港',
  '澳门',
  '台湾',
  '广州',
  '深圳',
  '杭州',
  '南京',
  '苏州',
  '成都',
  '武汉',
  '西安',
  '郑州',
  '长沙',
  '青岛',
  '济南',
  '大连',
  '沈阳',
  '哈尔滨',
  '长春',
  '厦门',
  '福州',
  '宁波',
  '无锡',
  '合肥',
  '南昌',
  '昆明',
  '贵阳',
  '南宁',
  '石家庄',
  '太原',
  '兰州',
  '乌鲁木齐',
  '呼和浩特',
  '海口',
  '三亚',
  '东莞',
  '佛山',
  '珠海',
  '中山',
  '惠州',
  '温州',
  '嘉兴',
  '绍兴',
  '金华',
  '台州',
  '常州',
  '南通',
  '徐州',
  '扬州',
  '烟台',
  '潍坊',
  '洛阳',
  '唐山',
  '泉州',
];
const englishPlaces: readonly string[] = [
  'Beijing',
  'Tianjin',
  'Shanghai',
  'Chongqing',
  'Hong Kong',
  'Macau',
  'Taipei',
  'Guangzhou',
  'Shenzhen',
  'Hangzhou',
  'Nanjing',
  'Suzhou',
  'Chengdu',
  'Wuhan',
  "Xi'an",
  'Zhengzhou',
  'Changsha',
  'Qingdao',
  'Jinan',
  'Dalian',
  'Shenyang',
  'Harbin',
  'Xiamen',
  'Fuzhou',
  'Ningbo',
  'Wuxi',
  'Hefei',
  'Kunming',
  'Dongguan',
  'Foshan',
  'Zhuhai',
  'Guangdong',
  'Jiangsu',
  'Zhejiang',
  'Shandong',
  'Sichuan',
  'Fujian',
  'Henan',
  'Hubei',
  'Hunan',
  'Singapore',
  'Tokyo',
  'Seoul',
  'London',
  'Paris',
  'Berlin',
  'New York',
  'Los Angeles',
  'San Francisco',
  'Chicago',
  'Toronto',
  'Sydney',
];

const placeField =
  /^(city|town|province|region|district|area|country)$|^(所在|所属)?(城市|省份|省市|省|地区|区域|国家)$/i;
const genderField = /^(gender|sex)$|^性别$/i;

/** How data write it, and what it is called. */
const genders: readonly (SpokenValue & { readonly writtenAs: readonly string[] })[] = [
  { value: '女', words: ['女', '女性', '女士', '女生'], writtenAs: ['女', '女性', 'female', 'f'] },
  { value: '男', words: ['男', '男性', '男士', '男生'], writtenAs: ['男', '男性', 'male', 'm'] },
  { value: 'female', words: ['female', 'women', 'woman'], writtenAs: ['female', 'f', '女', '女性'] },
  { value: 'male', words: ['male', 'men', 'man'], writtenAs: ['male', 'm', '男', '男性'] },
];

const levelField = /^(member_?level|level|grade|membership)$|^(会员|客户)?(等级|级别)$|^member level$/i;
const levels: readonly SpokenValue[] = [
  ...['铂金', '白金', '钻石', '黄金', '金卡', '银卡', '黑卡', '普卡', '铂金卡', '白金卡', '钻石卡'],
  ...['Platinum', 'Gold', 'Silver', 'Bronze', 'Diamond'],
].map((value) => ({ value, words: [value] }));

const leads = {
  en: ['from', 'in', 'based in', 'living in', 'live in', 'lives in', 'located in', 'residing in'],
  'zh-CN': ['来自', '位于', '住在', '居住在', '在', '所在地为', '所在地是'],
};

function gendersOf({ type, values }: Field): SpokenValue[] {
  if (type !== 'enumeration') return genders.map(({ value, words }) => ({ value, words }));
  return genders.flatMap(({ words, writtenAs }) => {
    const value = values?.find((option) => writtenAs.includes(option.toLowerCase()));
    return value === undefined ? [] : [{ value, words }];
  });
}

function placesOf({ type, values }: Field): SpokenValue[] {
  // 上海市 in the data is 上海 in a sentence.
  if (type === 'enumeration')
    return (values ?? []).map((value) => ({ value, words: [value.replace(/[市省]$/, '')] }));
  return [
    ...chinesePlaces.map((name) => ({ value: name, words: [name, `${name}市`] })),
    ...englishPlaces.map((name) => ({ value: name, words: [name] })),
  ];
}

/** The words by which values of a field are known, where its name tells what it holds: a place, a gender, a member level. */
export function valueWordsOf(field: Field): Pick<VocabularyEntry, 'values' | 'leads'> {
  if (field.type !== 'text' && field.type !== 'enumeration') return {};
  const is = (pattern: RegExp): boolean =>
    [field.id, field.name.en, field.name['zh-CN']].some((text) => text !== undefined && pattern.test(text));
  if (is(genderField)) return { values: gendersOf(field) };
  if (is(levelField) && field.type === 'text') return { values: levels };
  return is(placeField) ? { values: placesOf(field), leads } : {};
}
