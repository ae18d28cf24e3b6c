/**
 * Looks at every chart of the page as a reader sees it and returns what is wrong with it.
 * Runs inside the browser; positions are those that the browser itself has laid out.
 * @param selector which charts; those of the walls when left out.
 */
export function chartGeometryFaults(selector?: string): string[] {
  const faults: string[] = [];
  const slack = 0.5;
  const edgeSlack = 2;

  // Nothing moves while it is looked at, and a box is asked for at every point of every line.
  const boxes = new Map<Element, DOMRect>();
  const boxOf = (node: Element) => {
    const known = boxes.get(node);
    if (known) return known;
    const box = (node.querySelector('rect, polygon, path') ?? node).getBoundingClientRect();
    boxes.set(node, box);
    return box;
  };

  const isInsideDiamond = (diamond: DOMRect, x: number, y: number) => {
    const dx = Math.abs(x - (diamond.left + diamond.width / 2)) / (diamond.width / 2);
    const dy = Math.abs(y - (diamond.top + diamond.height / 2)) / (diamond.height / 2);
    return dx + dy <= 1.02;
  };

  /** Distance from a point to the border of a node. */
  const borderDistance = (node: Element, x: number, y: number) => {
    const box = boxOf(node);
    if (node.classList.contains('decision')) {
      const [halfWidth, halfHeight] = [box.width / 2, box.height / 2];
      const dx = Math.abs(x - (box.left + halfWidth)) / halfWidth;
      const dy = Math.abs(y - (box.top + halfHeight)) / halfHeight;
      // Distance to the slanted side, seen at a right angle to it.
      return Math.abs(dx + dy - 1) / Math.hypot(1 / halfWidth, 1 / halfHeight);
    }
    const isBeside = x >= box.left - edgeSlack && x <= box.right + edgeSlack;
    const isLevel = y >= box.top - edgeSlack && y <= box.bottom + edgeSlack;
    if (!isBeside || !isLevel) return Infinity;
    return Math.min(
      Math.abs(x - box.left),
      Math.abs(x - box.right),
      Math.abs(y - box.top),
      Math.abs(y - box.bottom),
    );
  };

  for (const chart of Array.from(
    document.querySelectorAll(selector ?? '.chart-frame svg.flowchart'),
  )) {
    const nodes = Array.from(chart.querySelectorAll('[data-node]'));
    const byId = new Map(nodes.map((node) => [node.getAttribute('data-node'), node]));
    if (nodes.length === 0) faults.push('图里没有一个框');

    for (const node of nodes) {
      for (const text of Array.from(node.querySelectorAll('text'))) {
        const label = text.getBoundingClientRect();
        const holder =
          text.closest('.risk-link, .go')?.querySelector('rect, path') ??
          node.querySelector('rect, polygon, path');
        const box = holder?.getBoundingClientRect();
        if (!box) continue;
        const isOut =
          label.left < box.left - slack ||
          label.right > box.right + slack ||
          // Ascender and descender space may touch the border; the signs themselves may not.
          label.top + label.height * 0.2 < box.top - slack ||
          label.bottom - label.height * 0.2 > box.bottom + slack;
        if (isOut) faults.push(`文字出框：${text.textContent}`);
        if (holder?.tagName === 'polygon') {
          const inset = label.height * 0.2;
          const corners = [
            [label.left, label.top + inset],
            [label.right, label.top + inset],
            [label.left, label.bottom - inset],
            [label.right, label.bottom - inset],
          ] as const;
          if (corners.some(([x, y]) => !isInsideDiamond(box, x, y))) {
            faults.push(`文字出菱形：${text.textContent}`);
          }
        }
      }
    }

    nodes.forEach((node, i) => {
      const a = boxOf(node);
      for (const other of nodes.slice(i + 1)) {
        const b = boxOf(other);
        const overlaps =
          a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
        if (overlaps) {
          faults.push(
            `两框重叠：${node.getAttribute('data-node')} 和 ${other.getAttribute('data-node')}`,
          );
        }
      }
    });

    // What stands on a line of a wall's chart: clear of boxes, lines and other words.
    const labels = Array.from(chart.querySelectorAll('.way > text:not(.number)'), (text) => {
      const { left, right, top, bottom } = text.getBoundingClientRect();
      // Ascender and descender space may touch, the signs themselves may not.
      const inset = (bottom - top) * 0.2;
      return { words: text.textContent, left, right, top: top + inset, bottom: bottom - inset };
    });
    const isIn = (label: (typeof labels)[number], x: number, y: number) =>
      x > label.left + 1 && x < label.right - 1 && y > label.top && y < label.bottom;
    labels.forEach((label, i) => {
      for (const other of labels.slice(i + 1)) {
        const meets =
          label.left < other.right &&
          other.left < label.right &&
          label.top < other.bottom &&
          other.top < label.bottom;
        if (meets) faults.push(`两处字叠在一起：${label.words} 和 ${other.words}`);
      }
      for (const node of nodes) {
        const box = boxOf(node);
        const isApart =
          box.left > label.right ||
          box.right < label.left ||
          box.top > label.bottom ||
          box.bottom < label.top;
        if (isApart) continue;
        const corners = [label.left, label.right].flatMap((x) =>
          [label.top, label.bottom].map((y) => [x, y] as const),
        );
        const isHit =
          !node.classList.contains('decision') ||
          corners.some(([x, y]) => isInsideDiamond(box, x, y));
        if (isHit) faults.push(`字压在框上：${label.words}`);
      }
    });
    for (const line of Array.from(chart.querySelectorAll<SVGPathElement>('.way > .edge'))) {
      const matrix = line.getScreenCTM();
      if (!matrix) continue;
      for (let at = 0; at <= line.getTotalLength(); at += 4) {
        const { x, y } = line.getPointAtLength(at).matrixTransform(matrix);
        const under = labels.find((label) => isIn(label, x, y));
        if (!under) continue;
        faults.push(`字压在线上：${under.words}`);
        break;
      }
    }

    for (const edge of Array.from(chart.querySelectorAll<SVGPathElement>('path[data-from]'))) {
      const matrix = edge.getScreenCTM();
      if (!matrix) continue;
      const length = edge.getTotalLength();
      const ends = [
        [edge.getAttribute('data-from'), edge.getPointAtLength(0)],
        [edge.getAttribute('data-to'), edge.getPointAtLength(length)],
      ] as const;
      const ownIds = ends.map(([id]) => id);
      for (let at = 0; at <= length; at += 4) {
        const { x, y } = edge.getPointAtLength(at).matrixTransform(matrix);
        const behind = nodes.find((node) => {
          if (ownIds.includes(node.getAttribute('data-node'))) return false;
          const box = boxOf(node);
          return (
            x > box.left + edgeSlack &&
            x < box.right - edgeSlack &&
            y > box.top + edgeSlack &&
            y < box.bottom - edgeSlack &&
            (!node.classList.contains('decision') || isInsideDiamond(box, x, y))
          );
        });
        if (behind) {
          faults.push(
            `线从框后面穿过：${ownIds.join(' → ')} 穿过 ${behind.getAttribute('data-node') ?? ''}`,
          );
          break;
        }
      }
      for (const [id, point] of ends) {
        const { x, y } = point.matrixTransform(matrix);
        const node = byId.get(id);
        if (!node || borderDistance(node, x, y) > edgeSlack) {
          faults.push(
            `线没有接到框上：${edge.getAttribute('data-from')} → ${edge.getAttribute('data-to')}（${id}）`,
          );
        }
      }
    }
  }
  return faults;
}
