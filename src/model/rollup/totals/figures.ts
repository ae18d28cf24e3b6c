import { categories, grades } from '../../vocabulary.ts';
import { stateNumber, tallyStates, type TallyState } from './marks.ts';
import { cubePlace, type Totals } from './totals.ts';

/** By what answers are counted: each side of a table is one of these. */
export type Axis = 'department' | 'wall' | 'risk' | 'grade' | 'category' | 'all';

/** How many answers are in each state, by two sides. */
export interface Figures {
  /** Sum over these states. @param down, across numbers on either side. */
  readonly of: (down: number, across: number, states: readonly TallyState[]) => number;
  readonly height: number;
  readonly width: number;
}

const stateCount = tallyStates.length;

function sizeOf({ departments, ground }: Totals, axis: Axis): number {
  const sizes: Readonly<Record<Axis, number>> = {
    department: departments.length,
    wall: ground.index.walls.length,
    risk: ground.index.risks.length,
    grade: grades.length,
    category: categories.length,
    all: 1,
  };
  return sizes[axis];
}

/** The number on this side, by number of department and risk. */
function sideOf({ ground }: Totals, axis: Axis): (department: number, risk: number) => number {
  switch (axis) {
    case 'department':
      return (department) => department;
    case 'risk':
      return (_, risk) => risk;
    case 'wall':
      return (_, risk) => ground.walls[risk] ?? 0;
    case 'grade':
      return (_, risk) => ground.grades[risk] ?? 0;
    case 'category':
      return (_, risk) => ground.categories[risk] ?? 0;
    case 'all':
      return () => 0;
  }
}

/** Adds the answers up along two sides, such as departments by grades. */
export function figuresOf(totals: Totals, down: Axis, across: Axis): Figures {
  const { cube, departments, ground } = totals;
  const riskCount = ground.index.risks.length;
  const height = sizeOf(totals, down);
  const width = sizeOf(totals, across);
  const downOf = sideOf(totals, down);
  const acrossOf = sideOf(totals, across);
  const sums = new Uint32Array(height * width * stateCount);
  for (let department = 0; department < departments.length; department += 1) {
    for (let risk = 0; risk < riskCount; risk += 1) {
      const from = cubePlace(riskCount, department, risk);
      const to = (downOf(department, risk) * width + acrossOf(department, risk)) * stateCount;
      for (let state = 0; state < stateCount; state += 1) {
        sums[to + state] = (sums[to + state] ?? 0) + (cube[from + state] ?? 0);
      }
    }
  }
  return {
    height,
    width,
    of: (row, column, states) => {
      const from = (row * width + column) * stateCount;
      return states.reduce((sum, state) => sum + (sums[from + stateNumber(state)] ?? 0), 0);
    },
  };
}
