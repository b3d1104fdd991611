-- The sixteen districts of Shanghai (data/districts.csv) and one industrial federation that stands beside them.
-- The code of the latter is not an administrative code; the federation is the demo's own.
insert into districts (code, kind, name_zh, name_en, city_code) values
  ('310101', 'DISTRICT', '黄浦区总工会', 'Huangpu', '310000'),
  ('310104', 'DISTRICT', '徐汇区总工会', 'Xuhui', '310000'),
  ('310105', 'DISTRICT', '长宁区总工会', 'Changning', '310000'),
  ('310106', 'DISTRICT', '静安区总工会', 'Jing''an', '310000'),
  ('310107', 'DISTRICT', '普陀区总工会', 'Putuo', '310000'),
  ('310109', 'DISTRICT', '虹口区总工会', 'Hongkou', '310000'),
  ('310110', 'DISTRICT', '杨浦区总工会', 'Yangpu', '310000'),
  ('310112', 'DISTRICT', '闵行区总工会', 'Minhang', '310000'),
  ('310113', 'DISTRICT', '宝山区总工会', 'Baoshan', '310000'),
  ('310114', 'DISTRICT', '嘉定区总工会', 'Jiading', '310000'),
  ('310115', 'DISTRICT', '浦东新区总工会', 'Pudong New Area', '310000'),
  ('310116', 'DISTRICT', '金山区总工会', 'Jinshan', '310000'),
  ('310117', 'DISTRICT', '松江区总工会', 'Songjiang', '310000'),
  ('310118', 'DISTRICT', '青浦区总工会', 'Qingpu', '310000'),
  ('310120', 'DISTRICT', '奉贤区总工会', 'Fengxian', '310000'),
  ('310151', 'DISTRICT', '崇明区总工会', 'Chongming', '310000'),
  ('319001', 'INDUSTRIAL', '上海轻工产业工会', 'Light industry (industrial federation)', '310000');
