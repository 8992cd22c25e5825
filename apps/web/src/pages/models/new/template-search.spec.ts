import { describe, expect, it } from '@jest/globals';
import type { Template } from '@terrace/client';
import { findTemplates } from './template-search';

const template = (id: string, en: string, chinese: string, description: string): Template => ({
  id,
  owner: id.split('/')[0] ?? '',
  name: { en, 'zh-CN': chinese },
  description: { en: description },
  subjectType: 'customer',
  eventTypes: [],
  parameters: [],
});
const all = [
  template('retail/rfm', 'RFM segments', 'RFM 分群', 'Recency, frequency and amount'),
  template('retail/abc', 'ABC', 'ABC 分层', 'Share of the revenue'),
  template('banking/credit', 'Credit levels', '信用等级', 'A scorecard with levels'),
];
const find = (search: string): string[] =>
  findTemplates(all, search, ({ owner }) => [owner === 'banking' ? '银行' : '零售']).map(({ id }) => id);

describe('findTemplates', () => {
  it('gives all of them for an empty search', () => {
    expect(find('  ')).toEqual(['retail/rfm', 'retail/abc', 'banking/credit']);
  });

  it.each([
    ['REVENUE', ['retail/abc']],
    ['分层', ['retail/abc']],
    ['ｒｆｍ', ['retail/rfm']],
    ['银行', ['banking/credit']],
    ['levels score', ['banking/credit']],
    ['levels revenue', []],
  ])('finds %j', (search, found) => {
    expect(find(search)).toEqual(found);
  });
});
