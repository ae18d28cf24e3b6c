const names: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** A text as it stands in HTML or XML, in an attribute or between tags. */
export const escapeMarkup = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => names[sign] ?? sign);
