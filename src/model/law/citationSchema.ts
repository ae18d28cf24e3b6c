import { idSchema } from '../fields/fields.ts';
import { citationPattern } from './citation.ts';

export const citationSchema = idSchema(
  citationPattern,
  '写成“法律编号#条号”，例如 tudi-guanli-fa#47，款和项用点隔开',
).describe('法条引用：法律编号#条.款.项，例如 tudi-guanli-fa#47.2；未收全文的文件只写编号');
