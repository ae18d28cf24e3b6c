/** The fewest characters that a department's end and a post's beginning share by more than chance. */
const leastOverlap = 2;

/**
 * Department and post said together, what both say said once: `市局会审组`, `会审组组长` →
 * `市局会审组组长`; `地籍处`, `地籍处处长` → `地籍处处长`.
 */
export function placeName(department: string, post: string): string {
  if (post.startsWith(department)) return post;
  for (let length = Math.min(department.length, post.length); length >= leastOverlap; length -= 1) {
    if (department.endsWith(post.slice(0, length))) return department + post.slice(length);
  }
  return department + post;
}

/** Who has an office, not a place of work: 处长、主任、分管领导、副处长（登记）. */
const isOffice = /(?:长|主任|领导|负责人|书记|总工程师|总规划师|委员|成员|组员)(?:（[^）]*）)?$/;
/** Says nothing of the work: 工作人员. */
const isAnybody = /(?:人员|干部|职工|科员|办事员)$/;

const blank = '＿＿＿＿＿＿';

/**
 * What somebody does, as the first line of a letter says it after “我”: `在地籍处登簿岗位工作`,
 * `任地籍处处长`, `作为本局分管领导`. Empty fields become lines to write on.
 */
export function tenureWords(department: string, post: string): string {
  const place = department.trim();
  const name = post.trim();
  if (!name) return `在${place || blank}${blank}岗位工作`;
  if (/^(?:主要|分管)领导$/.test(name)) return `作为本局${name}`;
  if (place && isAnybody.test(name)) return `在${place}工作`;
  if (isOffice.test(name)) return `任${place === '局领导' ? name : placeName(place, name)}`;
  const work = /(?:岗位|岗)$/.test(name) ? name.replace(/(?:岗位|岗)$/, '') : name;
  return `在${placeName(place || blank, work)}岗位工作`;
}
