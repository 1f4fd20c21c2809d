/** The words of `--help`. */
import type { Bilingual } from '@mingzhang/audit'

export const helpWords = {
  program: { zh: '明账：逐个数字核对部门预决算公开文件。', en: 'Mingzhang audits a department’s budget disclosure figure by figure.' },
  audit: { zh: '审核一份或几份公开文件', en: 'audit one or more disclosures' },
  auditLong: {
    zh: '审核一份或几份公开文件：先说读到了什么，再按轻重列出发现。\n读纯文本（表格以制表符分列）、CSV 和 Markdown，编码 UTF-8、UTF-16 或 GB18030。',
    en: 'Audits one or more disclosures: first what was read, then the findings, gravest first.\nReads plain text (tables with tabs), CSV and Markdown, in UTF-8, UTF-16 or GB18030.',
  },
  files: { zh: '公开文件；有一份读不了，其余照常审核', en: 'the disclosures; a bad one does not stop the others' },
  file: { zh: '公开文件', en: 'the disclosure' },
  report: {
    zh: '另存完整报告，格式看文件名：.html、.json 或 .xlsx；可写多次。审核几份文件时，报告名后自动加上各自的文件名',
    en: 'also write the full report, as .html, .json or .xlsx by its name; repeatable. With several FILEs each report gets its file’s name put in',
  },
  profile: { zh: '按某地的模板审核（如 shanxi）；不写则按文件中的表自动选择', en: 'audit by a place’s profile, such as shanxi; by default the document’s tables decide' },
  failOn: {
    zh: '有哪一级发现时返回 1：conflict（错误，默认）或 warning（错误和警告）',
    en: 'which findings end with 1: conflict (errors, the default) or warning (errors and warnings)',
  },
  lang: { zh: '语言：zh（默认）或 en', en: 'language: zh (the default) or en' },
  noColor: { zh: '不用颜色（也可设环境变量 NO_COLOR）', en: 'no colour (or set NO_COLOR)' },
  data: { zh: '词汇和模板数据所在的文件夹；默认用程序自带的', en: 'folder of the vocabulary and profiles; by default the program’s own' },
  rules: { zh: '列出全部规则，或详细说明一条', en: 'list the rules, or explain one' },
  ruleId: { zh: '规则编号，如 D14', en: 'a rule’s id, such as D14' },
  explain: { zh: '把一项发现的来龙去脉说清楚', en: 'show one finding in full' },
  finding: { zh: '发现的编号；写规则编号则说明该规则的全部发现', en: 'a finding’s id; a rule’s id shows all its findings' },
  explainIn: { zh: '公开文件，或先前存下的 .json 报告', en: 'the disclosure, or its .json report' },
  figures: { zh: '列出一份文件中对应到含义的每个数字', en: 'list every bound figure of a disclosure' },
  figuresLong: {
    zh: '把每个对应到含义的数字连同含义和位置写到标准输出，供别的程序使用。\n金额以分为单位的整数（value_fen）。CSV 为 UTF-8、无 BOM；要在表格软件里看，请用 audit --report 报告.xlsx。',
    en: 'Writes every bound figure with its region and place to standard output, for other programs.\nAmounts are integers in fen (value_fen). The CSV is UTF-8 without a BOM; for a spreadsheet use audit --report report.xlsx.',
  },
  format: { zh: '格式：csv（默认）或 json', en: 'format: csv (the default) or json' },
  help: { zh: '显示帮助', en: 'show this help' },
  version: { zh: '显示版本', en: 'show the version' },
  exitCodes: {
    zh: '返回值\n  0   没有达到门槛的发现\n  1   有达到 --fail-on 门槛的发现\n  2   用法不对：选项、模板、词汇数据或报告路径有误\n  3   文件读不了，或其中没有可以审核的内容\n  70  程序自身的缺陷\n几份文件时取最大的一个。',
    en: 'Exit codes:\n  0   no findings at the threshold\n  1   findings at or above the --fail-on threshold\n  2   wrong usage: an option, profile, vocabulary or report path\n  3   a file cannot be read, or holds nothing to audit\n  70  a defect of the program\nWith several files, the highest.',
  },
  examples: {
    zh: '例\n  mingzhang audit 公开.txt\n  mingzhang audit 公开.txt --report 报告.html --report 报告.xlsx\n  mingzhang explain D14 --in 公开.txt',
    en: 'Examples:\n  mingzhang audit disclosure.txt\n  mingzhang audit disclosure.txt --report report.html --report report.xlsx\n  mingzhang explain D14 --in disclosure.txt',
  },
} as const satisfies Readonly<Record<string, Bilingual>>

/** The headings that the help library prints in English. */
export const helpTitles: Readonly<Record<string, string>> = {
  'Usage:': '用法',
  'Arguments:': '参数',
  'Options:': '选项',
  'Commands:': '命令',
}
