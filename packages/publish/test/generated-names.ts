/** Names and reasons of invented departments: plain ones, and those that a reader could take for something else. */

export const departmentNames = [
  '清河县档案局', '清河县农业农村局', '清河县人民政府办公室(清河县外事办公室)', '共青团清河县委员会', '清河县第一实验学校',
] as const

export const unitNames = [
  '清河县档案馆', '清河县水利技术推广站（河长制事务中心）', '清河县“六站合一”便民服务中心', '清河县第三（实验）小学', '清河县行政审批服务中心',
  '清河县城市管理综合行政执法队第1中队', '清河县红十字会', '清河县机关事务服务中心',
] as const

/** Names that say what they are, with brackets, quotation marks, numbers and years. */
const plainProjects = [
  '档案数字化加工', '2023年农村厕所改造（第二批）', '“一村一品”示范点建设', '《清河县志》续修', 'PPP项目前期咨询（A、B两标段）',
  '3号泵站、5号泵站机电设备更新改造工程可行性研究报告编制及专家评审服务采购（跨年度实施，分三期支付）',
  '公共租赁住房维护(二期)', '村（社区）"两委"换届补助', 'A4复印纸&耗材<统一采购>', '乡镇 综合 文化站补助', '一、防汛抗旱', '（二）森林防火', '其中：设备购置', '1.农村公路养护', '①秸秆禁烧', '2070109群众文化活动', '207号公路绿化',
  '24小时自助图书馆', '"十四五"规划中期评估', '0-3岁婴幼儿照护', 'X光机购置', '12345热线运行', '中小学校舍维修改造', '乡村振兴示范带（含管护）',
] as const

/** Names that a table of projects can hold but a sentence cannot: there they are read as amounts, subjects or funds. */
export const projectsLikeSubjects = [
  '100万元以下零星维修', '2.5亿元专项债项目配套', '50%奖补资金',
  '基本支出补助', '行政运行', '其他支出', '公务接待费', '办公费', '住房公积金', '机关运行经费', '“三公”经费',
  '政府性基金预算支出', '年终结转', '政府采购服务', '档案馆', '文化旅游体育与传媒支出', '社会保障和就业支出', '2024年',
] as const

export const projectNames = [...plainProjects, ...projectsLikeSubjects] as const

/** Why something changed, as departments write it; the last ones begin or end in their own way. */
export const reasons = [
  '新增档案数字化项目', '在职人员正常晋级增资', '办公楼改为集中供暖，取暖费单价下降', '主要原因是接待批次减少。', '主要是因为上年一次性项目完成',
  '压减一般性支出，其中会议费、培训费减少较多', '按照《清河县过紧日子若干措施》（清财预〔2023〕41号）压减', '机构改革，人员划入；2023年底完成移交',
  '原因：公务用车使用年限增加，维修次数上升', '落实清河县委2023年第3次常委会要求，新增A类服务若干项',
] as const
