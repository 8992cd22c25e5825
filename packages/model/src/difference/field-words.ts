import type { BothLanguages } from '../explain/words.js';
import type { ChangeEffect } from './change.js';

/** What a field is called, and what a change of it can do. */
export interface FieldWords {
  /** Fields from the node (or the document) down; `*` is any key. */
  readonly pattern: string;
  /** First part of the change's code. */
  readonly code: string;
  readonly effect?: ChangeEffect;
  /** `#` stands for the number of the entry, `*` for its key. */
  readonly words: BothLanguages;
}

const field = (
  pattern: string,
  code: string,
  en: string,
  chinese: string,
  effect?: ChangeEffect,
): FieldWords => ({
  pattern,
  code,
  words: { en, 'zh-CN': chinese },
  ...(effect === undefined ? {} : { effect }),
});

/** Fields of the document itself. */
export const documentFields: readonly FieldWords[] = [
  field('name', 'NAME', 'name', '名称', 'presentation'),
  field('description', 'DESCRIPTION', 'description', '说明', 'presentation'),
  field('subjectType', 'SUBJECT_TYPE', 'subject type', '对象类型'),
  field('fallback', 'FALLBACK', 'fallback tier', '兜底层级'),
  field('priority', 'PRIORITY', 'order of precedence', '优先顺序'),
  field('amount', 'AMOUNT', 'amount summed up per tier', '汇总金额维度', 'presentation'),
  field('template', 'TEMPLATE', 'template it was made from', '来源模板', 'presentation'),
  field('lifecycle', 'LIFECYCLE', 'lifecycle', '生命周期规则'),
  field('lifecycle.graceDays', 'LIFECYCLE', 'grace period', '宽限期'),
  field('lifecycle.minimumStay', 'LIFECYCLE', 'minimum stay', '最短停留期'),
  field('lifecycle.oneStep', 'LIFECYCLE', 'one step at a time', '每次只变动一级的方向'),
  field('lifecycle.stages', 'LIFECYCLE', 'stages', '阶段顺序'),
  field('lifecycle.validityDays', 'LIFECYCLE', 'validity period', '有效期'),
  field('lifecycle.fastTracks', 'LIFECYCLE', 'fast tracks', '快速通道'),
  field('lifecycle.fastTracks.*', 'FAST_TRACK', 'fast track “*”', '快速通道“*”'),
  field('lifecycle.fastTracks.*.when', 'FAST_TRACK', 'condition of fast track “*”', '快速通道“*”的条件'),
  field('lifecycle.fastTracks.*.to', 'FAST_TRACK', 'tier of fast track “*”', '快速通道“*”的目标层级'),
  field('lifecycle.fastTracks.*.name', 'NAME', 'name of fast track “*”', '快速通道“*”的名称', 'presentation'),
];

/** Fields of nodes, whatever their kind: a name means one thing in all of them. */
export const nodeFields: readonly FieldWords[] = [
  field('name', 'NAME', 'name', '名称', 'presentation'),
  field('description', 'DESCRIPTION', 'description', '说明', 'presentation'),
  field('origin', 'ORIGIN', 'catalog dimension it was made from', '来源维度', 'presentation'),
  field('unit', 'UNIT', 'unit', '单位', 'presentation'),
  field('valueType', 'VALUE_TYPE', 'type', '类型'),
  field('source.window', 'WINDOW', 'time window', '时间窗口'),
  field('source.where', 'SOURCE', 'condition on the events counted', '事件筛选条件'),
  field('source.measure', 'SOURCE', 'measure', '统计方式'),
  field('source.field', 'SOURCE', 'field', '字段'),
  field('source.event', 'SOURCE', 'event type', '事件类型'),
  field('source.kind', 'SOURCE', 'kind of source', '取值方式'),
  field('source.dimension', 'SOURCE', 'computation of the plugin', '插件计算项'),
  field('source.version', 'SOURCE', 'version of the plugin', '插件版本'),
  field('source.parameters.*', 'PARAMETER', 'parameter “*”', '参数“*”'),
  field('missing', 'MISSING', 'value for what is missing', '缺失时的取值'),
  field('missing.policy', 'MISSING', 'treatment of missing values', '缺失值处理'),
  field('missing.value', 'MISSING', 'value for what is missing', '缺失时的默认值'),
  field('domain', 'DOMAIN', 'possible values', '取值范围', 'analysis'),
  field('domain.minimum', 'DOMAIN', 'smallest possible value', '最小取值', 'analysis'),
  field('domain.maximum', 'DOMAIN', 'largest possible value', '最大取值', 'analysis'),
  field('domain.step', 'DOMAIN', 'step of possible values', '取值步长', 'analysis'),
  field('domain.options', 'DOMAIN', 'options', '选项', 'analysis'),
  field('domain.options.*', 'DOMAIN', 'option', '选项', 'analysis'),
  field('better', 'BETTER', 'better direction', '更优方向', 'analysis'),
  field('change', 'CHANGE_COST', 'cost of changing it', '调整成本', 'analysis'),
  field('input', 'INPUT', 'input', '输入'),
  field('inputs.*', 'COLUMN', 'column', '列'),
  field('age', 'INPUT', 'age', '时长输入'),
  field('context', 'CONTEXT', 'context', '权重情景'),
  field('cuts.method', 'METHOD', 'method of the cut points', '分界点方式'),
  field('cuts.values', 'THRESHOLD', 'cut points', '分界点'),
  field('cuts.values.*', 'THRESHOLD', 'cut point #', '第 # 个分界点'),
  field('cuts.count', 'BAND_COUNT', 'number of bands', '分档数'),
  field('cuts.offset', 'THRESHOLD', 'offset of the cut points', '分界点偏移'),
  field('cuts.shares.*', 'THRESHOLD', 'share #', '第 # 个占比'),
  field('cuts.steps.*', 'THRESHOLD', 'step #', '第 # 个标准差倍数'),
  field('cuts.population', 'POPULATION', 'population of the calibration', '校准人群'),
  field('closed', 'CLOSED', 'side on which cut points count', '分界点归属'),
  field('outputs.*', 'OUTPUT', 'output of band #', '第 # 档的输出'),
  field('entries.*', 'CATEGORY', 'output of “*”', '“*”的输出'),
  field('otherwise', 'OTHERWISE', 'value for anything else', '其他情况的取值'),
  field('base', 'BASE', 'base score', '基础分'),
  field('items.*', 'ITEM', 'item “*”', '评分项“*”'),
  field('items.*.input', 'ITEM', 'input of item “*”', '评分项“*”的输入'),
  field('items.*.bins', 'POINTS', 'points of item “*”', '评分项“*”的得分规则'),
  field('items.*.bins.*', 'POINTS', 'bin # of item “*”', '评分项“*”的第 # 档'),
  field('items.*.bins.*.points', 'POINTS', 'points of bin # of item “*”', '评分项“*”第 # 档的得分'),
  field('items.*.bins.*.cell', 'POINTS', 'range of bin # of item “*”', '评分项“*”第 # 档的范围'),
  field('items.*.otherwise', 'POINTS', 'points of item “*” for anything else', '评分项“*”其他情况的得分'),
  field('items.*.missing', 'POINTS', 'points of item “*” for a missing value', '评分项“*”缺失时的得分'),
  field('items.*.name', 'NAME', 'name of item “*”', '评分项“*”的名称', 'presentation'),
  field('weightSets.*', 'WEIGHT_SET', 'weight set “*”', '权重方案“*”'),
  field('weightSets.*.weights.*', 'WEIGHT', 'weight of “*”', '“*”的权重'),
  field('weightSets.*.name', 'NAME', 'name of weight set “*”', '权重方案“*”的名称', 'presentation'),
  field('axes.*', 'AXIS', 'axis “*”', '坐标轴“*”'),
  field('axes.*.values.*', 'AXIS', 'value of axis “*”', '坐标轴“*”的取值'),
  field('cells.*', 'CELL', 'cell *', '单元格（*）'),
  field('hit', 'HIT', 'hit policy', '命中规则'),
  field('aggregate', 'AGGREGATE', 'aggregation', '汇总方式'),
  field('rows.*', 'ROW', 'row #', '第 # 行'),
  field('rows.*.cells.*', 'CELL', 'row #, cell “*”', '第 # 行“*”单元格'),
  field('rows.*.tier', 'ROW', 'tier of row #', '第 # 行的层级'),
  field('rows.*.value', 'ROW', 'value of row #', '第 # 行的取值'),
  field('when', 'CONDITION', 'condition', '条件'),
  field('expression', 'FORMULA', 'formula', '公式'),
  field('parameters.*', 'PARAMETER', 'parameter “*”', '参数“*”'),
  field('definition', 'DEFINITION', 'definition', '定义'),
  field('version', 'VERSION', 'version of the plugin it was made with', '来源插件版本', 'presentation'),
  field('tier', 'TIER', 'tier', '层级'),
  field('curve', 'DECAY', 'curve', '衰减曲线'),
  field('curve.shape', 'DECAY', 'shape of the curve', '曲线类型'),
  field('curve.halfLife', 'DECAY', 'half-life', '半衰期'),
  field('curve.end', 'DECAY', 'end of the curve', '衰减终点'),
  field('curve.steps.*.until', 'DECAY', 'end of step #', '第 # 段的终点'),
  field('curve.steps.*.weight', 'DECAY', 'weight of step #', '第 # 段的权重'),
  field('floor', 'DECAY', 'smallest weight', '最低权重'),
  field('rank', 'RANK', 'rank', '级别'),
  field('color', 'COLOR', 'color', '颜色', 'presentation'),
  field('benefits', 'BENEFIT', 'benefits', '权益', 'presentation'),
  field('benefits.*', 'BENEFIT', 'benefit', '权益', 'presentation'),
  field('serviceLevels', 'SERVICE_LEVEL', 'service levels', '服务标准', 'actions'),
  field('serviceLevels.*', 'SERVICE_LEVEL', 'service level “*”', '服务标准“*”', 'actions'),
  field(
    'serviceLevels.*.within',
    'SERVICE_LEVEL',
    'time of service level “*”',
    '服务标准“*”的时限',
    'actions',
  ),
  field(
    'serviceLevels.*.stop',
    'SERVICE_LEVEL',
    'end of service level “*”',
    '服务标准“*”的完成条件',
    'actions',
  ),
  field('serviceLevels.*.name', 'NAME', 'name of service level “*”', '服务标准“*”的名称', 'presentation'),
  field('entry', 'ENTRY', 'entry condition', '进入条件'),
  field('keep', 'KEEP', 'keep condition', '保级条件'),
  field('on.*', 'TRIGGER', 'trigger', '触发时机', 'actions'),
  field('action.title', 'ACTION', 'title of the task', '任务标题', 'actions'),
  field('action.owner', 'ACTION', 'owner of the task', '任务负责人', 'actions'),
  field('action.dueDays', 'ACTION', 'time until the task is due', '任务期限', 'actions'),
  field('action.webhook', 'ACTION', 'webhook', 'Webhook', 'actions'),
  field('action.action', 'ACTION', 'action of the plugin', '插件动作', 'actions'),
  field('action.version', 'ACTION', 'version of the plugin', '插件版本', 'actions'),
  field('action.parameters.*', 'PARAMETER', 'parameter “*”', '参数“*”', 'actions'),
  field('action.type', 'ACTION', 'kind of action', '动作类型', 'actions'),
];

/** The words for a field; of several patterns the exact one. Null for one that has no words of its own. */
export function fieldWords(fields: readonly FieldWords[], keys: readonly string[]): FieldWords | null {
  const found = fields.find(({ pattern }) => {
    const parts = pattern.split('.');
    return parts.length === keys.length && parts.every((part, index) => part === '*' || part === keys[index]);
  });
  return found ?? null;
}

/** The keys that stand at the `*` of the field's pattern. */
export function starsOf({ pattern }: FieldWords, keys: readonly string[]): string[] {
  return pattern.split('.').flatMap((part, index) => (part === '*' ? [keys[index] ?? ''] : []));
}
