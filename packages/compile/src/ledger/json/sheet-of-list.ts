/** The workbook's sheet that holds what the JSON text has at this path; empty for the file as a whole. */
export function sheetOfList(path: readonly string[]): string {
  const [list = '', second = ''] = path
  if (list === 'forms' && path.includes('indicators')) return '绩效指标'
  return sheetNames[list === 'facts' ? second : list] ?? ''
}

const sheetNames: Readonly<Record<string, string>> = {
  department: '部门信息', units: '单位', projects: '项目', lines: '支出明细', revenue: '收入明细', carriedOut: '年终结转', priorYear: '上年数',
  procurement: '政府采购', headcount: '人员', vehicles: '车辆', assets: '资产', texts: '文字说明', forms: '绩效目标', localCodes: '自设科目',
  pinned: '已批复数',
}
