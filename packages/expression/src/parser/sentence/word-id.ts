/** What a word of a sentence does. One word can have several of these; the grammar knows which is meant where. */
export type WordId =
  | '>'
  | '>='
  | '<'
  | '<='
  | 'isNot'
  | 'is'
  /** After a number: “5 次以上”, "5 or more". */
  | 'after>='
  | 'after>'
  | 'after<='
  | 'after<'
  | 'between'
  | 'to'
  | 'betweenEnd'
  | 'inclusive'
  | 'exclusive'
  | 'isIn'
  | 'isNotIn'
  | 'inEnd'
  | 'contains'
  | 'lacks'
  | 'missing'
  | 'present'
  /** Before a name: “缺少手机号”. */
  | 'lacking'
  | 'and'
  | 'or'
  | 'not'
  | 'neither'
  | 'nor'
  | 'if'
  | 'consequence'
  | 'otherwise'
  | 'smallest'
  | 'largest'
  | 'ifMissing'
  | 'yes'
  | 'no'
  | 'nothing'
  | 'always'
  | 'never'
  | 'remainder'
  | 'plus'
  | 'minus'
  | 'times'
  | 'dividedBy'
  | 'open'
  | 'close'
  | 'comma'
  | 'listComma'
  | 'semicolon'
  | 'colon'
  | 'stop'
  /** Begins a window: “近”, "in the last". */
  | 'recent'
  /** Ends a window: “内”. */
  | 'inside'
  /** "No order", “未消费”. */
  | 'absent'
  | 'for'
  /** Of all time, not of a window: “累计”, "ever". */
  | 'lifetime'
  /** Per month, year, …: an average that sentences cannot say. */
  | 'perPeriod'
  /** Before a share of all subjects: “前 5%”, "top 5%". */
  | 'top'
  /** What `sentenceOf` writes for operators that are not read: “中至少有一个值满足”. */
  | 'onlyWritten'
  /** Compares with the average of others. */
  | 'timesAverage'
  /** Who is spoken of: “客户”, "customers". */
  | 'subject'
  /** Leads to the name of the tier: “归为”, "tag as". */
  | 'tier'
  /** Begins what is to be done: “触发”, "notify". */
  | 'action'
  /** Between a tier and its rule: “核心客户是指…”. */
  | 'means'
  /** Says nothing: “的”, "the". */
  | 'filler';

/** Several meanings: which of them hold is for the grammar. */
export type Words = Readonly<Partial<Record<WordId, readonly string[]>>>;
