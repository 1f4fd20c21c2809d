/** The words of `--help`. */
import type { Bilingual } from '@mingzhang/audit'

export const helpWords = {
  program: {
    zh: '明账：由一本台账编出部门预算公开的全部文件，也逐个数字核对别人公开的文件。',
    en: 'Mingzhang compiles a department’s whole budget disclosure from one ledger, and audits any disclosure figure by figure.',
  },
  audit: { zh: '审核公开文件：一份、几份或整个文件夹', en: 'audit disclosures: one, several or a whole folder' },
  auditLong: {
    zh: '审核公开文件：先说读到了什么，再按轻重列出发现。可以写文件、文件夹（含下级）和通配符。几份文件在限时限内存的线程里同时读，有一份坏了不影响其余；加 --out 时每份各写一份报告，另有汇总表。\n读 Word（docx）、Excel（xlsx、xls）、带文字层的 PDF、网页、纯文本（表格以制表符分列）、CSV 和 Markdown；装有 LibreOffice 时也读旧版 Word（doc、wps）。',
    en: 'Audits disclosures: first what was read, then the findings, gravest first. Takes files, folders with everything below them, and patterns. Several are read side by side in threads with limits of time and memory; a bad one does not stop the rest. With --out each gets its reports, and all a summary.\nReads Word (docx), Excel (xlsx, xls), PDF with a text layer, web pages, plain text (tables with tabs), CSV and Markdown; old Word files where LibreOffice is installed.',
  },
  files: { zh: '公开文件、文件夹或通配符；有一份读不了，其余照常审核', en: 'disclosures, folders or patterns; a bad one does not stop the others' },
  file: { zh: '公开文件', en: 'the disclosure' },
  report: {
    zh: '另存完整报告，格式看文件名：.html、.json 或 .xlsx；可写多次。审核几份文件时，报告名后自动加上各自的文件名',
    en: 'also write the full report, as .html, .json or .xlsx by its name; repeatable. With several FILEs each report gets its file’s name put in',
  },
  auditOut: { zh: '每份文件的报告（html、json）和汇总表（summary.html、csv、json）都写到这个文件夹', en: 'write each document’s reports (html, json) and the summary (summary.html, csv, json) into this folder' },
  annotated: { zh: 'PDF 另写一份批注版到这个文件夹：每项发现框在原处，附说明', en: 'also write annotated PDFs into this folder: each finding framed at its place, with a note' },
  auditPrevious: { zh: '同一部门上一份文件（如上年预算）：核对本文件引用的上年数', en: 'an earlier document of the same body, such as last year’s budget: checks the figures quoted from it' },
  units: { zh: '所属单位各自的公开文件所在的文件夹：核对部门数与本级、所属单位之和', en: 'folder of the units’ own disclosures: checks the department against its units' },
  jobs: { zh: '同时读几份（默认 2，单核机器为 1）', en: 'documents read at once (2 by default, 1 on a single core)' },
  timeLimit: { zh: '每份文件最多用多少秒（默认 120）', en: 'the most seconds for one document (120 by default)' },
  memoryLimit: { zh: '每个线程最多用多少 MB 内存（默认 1024）', en: 'the most memory for one thread, in MB (1024 by default)' },
  corpus: { zh: '对一批文件量一量：读到多少、核对出什么、用了多久', en: 'measure a collection: what is read, what is proved, how long it takes' },
  corpusLong: {
    zh: '逐份量出：表已识别/应有、表内数字和文字数字对应了多少、勾稽各结论几条、用时和内存，最后合计。\n存下 --json 的结果，改动程序后用 --compare 看哪些变好、哪些变差；有变差的返回 1。',
    en: 'Per document: tables recognised and expected, table and prose figures bound, identities by verdict, seconds and memory; then totals.\nStore a run with --json and hold a later one against it with --compare: what got better or worse; ends with 1 if anything got worse.',
  },
  corpusFolder: { zh: '文件夹、文件或通配符', en: 'folders, files or patterns' },
  corpusJson: { zh: '以 JSON 写到标准输出', en: 'write JSON to standard output' },
  sameThread: { zh: '几份文件用同一个线程（与 audit 一样）；默认每份用新线程，内存分开计', en: 'audit several documents in one thread, as audit does; by default each has its own, so that its memory is its own' },
  compare: { zh: '先前用 --json 存下的结果', en: 'a run stored with --json' },
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
  new: { zh: '新建一本空白台账（Excel 工作簿）', en: 'write an empty ledger workbook' },
  newLong: {
    zh: '新建一本空白台账：各表有填写说明、下拉选项和一个填好的示例。填好后用 mingzhang compile 编制。',
    en: 'Writes an empty ledger workbook with notes, drop-downs and a filled example, ready for mingzhang compile.',
  },
  newFile: { zh: '要写的工作簿，以 .xlsx 结尾', en: 'the workbook to write, ending with .xlsx' },
  layout: { zh: '按哪个地方、哪一年的格式，如 shanxi/2024', en: 'the layout of a place and a year, such as shanxi/2024' },
  compile: { zh: '由台账编出全套公开文件', en: 'compile the whole disclosure from a ledger' },
  compileLong: {
    zh: '由一本台账编出公开文件（DOCX、PDF、网页）、报表工作簿、开放数据和文件清单。写出的每个文件都读回来核对：各格式所载数字一致、自身勾稽无误、没有个人信息，才放进 --out 文件夹；有一处不对就什么都不写。\n台账可以是 Excel 工作簿、JSON、一份支出明细 CSV，或按工作表命名的一组 CSV 所在的文件夹。',
    en: 'Compiles the documents (DOCX, PDF, HTML), the workbook of tables, open data and a manifest from one ledger. Every file is read back and proved before anything appears in --out; if anything is wrong, nothing is written.\nThe ledger is an Excel workbook, JSON, one CSV of expenditure lines, or a folder of CSV files named after the sheets.',
  },
  ledger: { zh: '台账', en: 'the ledger' },
  out: { zh: '放公开文件的文件夹', en: 'the folder for the public files' },
  rounding: {
    zh: '尾数：half-up（逐个四舍五入，默认）或 balanced（舍位平衡，印出来的数字全部勾稽得上）',
    en: 'last digits: half-up (each on its own, the default) or balanced (every printed identity holds)',
  },
  internal: { zh: '另写一套内部留存件（绩效表含经办人和电话）到这个文件夹', en: 'also write the internal rendition (complete forms) to this folder' },
  previous: { zh: '上年的台账或公开文件：补上年数、沿用文字、列出变化', en: 'last year’s ledger or disclosure: fills prior-year figures, carries texts forward, lists changes' },
  clock: { zh: '文件的制作时间，如 2024-02-23；默认取台账的公开日期，再默认取今天', en: 'the date that files are stamped with; by default the ledger’s date of publication, else today' },
  overwrite: { zh: '上次生成的文件被手工改过时也覆盖', en: 'replace files of an earlier run even if they were changed by hand' },
  reconstruct: { zh: '由已公开的文件倒推出台账草稿', en: 'turn a published disclosure into a ledger draft' },
  reconstructLong: {
    zh: '由已公开的文件倒推出一本台账草稿：印出元的照录，其余取四舍五入范围内的值。工作簿里每格标明“照录”“推定”或“待填”。',
    en: 'Turns a published disclosure into a ledger draft: exact where forms state yuan, else a possible amount behind each print. Every cell is marked as stated, inferred or open.',
  },
  reconstructOut: { zh: '要写的台账，以 .xlsx 或 .json 结尾', en: 'the ledger to write, ending with .xlsx or .json' },
  help: { zh: '显示帮助', en: 'show this help' },
  version: { zh: '显示版本', en: 'show the version' },
  exitCodes: {
    zh: '返回值\n  0   没有达到门槛的发现\n  1   有达到 --fail-on 门槛的发现\n  2   用法不对：选项、模板、词汇数据或报告路径有误\n  3   文件读不了，或其中没有可以审核的内容\n  70  程序自身的缺陷\n  130 按 Ctrl-C 停止\n几份文件时取最大的一个。',
    en: 'Exit codes:\n  0   no findings at the threshold\n  1   findings at or above the --fail-on threshold\n  2   wrong usage: an option, profile, vocabulary or report path\n  3   a file cannot be read, or holds nothing to audit\n  70  a defect of the program\n  130 stopped by Ctrl-C\nWith several files, the highest.',
  },
  compileExitCodes: {
    zh: '返回值\n  0   全部文件已核对无误并写入\n  1   台账读得通，但编不出前后一致的文件，什么都没有写\n  2   用法不对：选项、格式、词汇数据或输出位置有误\n  3   台账或上年材料读不了，或其中有错\n  70  程序自身的缺陷',
    en: 'Exit codes:\n  0   all files are proved and written\n  1   the ledger can be read but gives no consistent disclosure; nothing is written\n  2   wrong usage: an option, layout, vocabulary or output folder\n  3   the ledger or last year’s material cannot be read or holds mistakes\n  70  a defect of the program',
  },
  examples: {
    zh: '例\n  mingzhang new --profile shanxi/2024 台账.xlsx\n  mingzhang compile 台账.xlsx --profile shanxi/2024 --out 公开\n  mingzhang audit 公开.txt\n  mingzhang audit 公开.txt --report 报告.html --report 报告.xlsx\n  mingzhang audit 各部门/ --out 审核结果 --annotated 审核结果\n  mingzhang explain D14 --in 公开.txt',
    en: 'Examples:\n  mingzhang new --profile shanxi/2024 ledger.xlsx\n  mingzhang compile ledger.xlsx --profile shanxi/2024 --out disclosure\n  mingzhang audit disclosure.txt\n  mingzhang audit disclosure.txt --report report.html --report report.xlsx\n  mingzhang audit departments/ --out results --annotated results\n  mingzhang explain D14 --in disclosure.txt',
  },
} as const satisfies Readonly<Record<string, Bilingual>>

/** The headings that the help library prints in English. */
export const helpTitles: Readonly<Record<string, string>> = {
  'Usage:': '用法',
  'Arguments:': '参数',
  'Options:': '选项',
  'Commands:': '命令',
}
