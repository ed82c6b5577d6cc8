/** Voters with the same ballot put together: their purses are equal at every step. O(supports). */
import { addAt } from '../linear.ts';
import type { Election } from './election.ts';

/** A project and the classes behind it. */
export interface Side {
  project: Election['projects'][number];
  cost: number;
  classes: Int32Array;
  /** Points of one voter of each class, and how many voters it has. */
  points: Float64Array;
  weights: Float64Array;
  /** Points of all voters. */
  allPoints: number;
}

export interface BallotClasses {
  election: Election;
  sides: Side[];
  /** Above every number of a class. */
  count: number;
}

export function ballotClasses(election: Election): BallotClasses {
  const classOf = new Int32Array(election.voters.length);
  let named = 1;
  for (const { supporters, scores } of election.projects) {
    const moved = new Map<number | string, number>();
    supporters.forEach((voter, i) => {
      const key = scores ? `${classOf[voter]} ${scores[i]}` : (classOf[voter] as number);
      const known = moved.get(key) ?? named++;
      moved.set(key, known);
      classOf[voter] = known;
    });
  }
  return { election, sides: election.projects.map((project) => sideOf(project, classOf)), count: named };
}

function sideOf(project: Side['project'], classOf: Int32Array): Side {
  const places = new Map<number, number>();
  const [points, weights]: [number[], number[]] = [[], []];
  project.supporters.forEach((voter, i) => {
    const own = classOf[voter] as number;
    const place = places.get(own) ?? places.size;
    places.set(own, place);
    points[place] = project.scores?.[i] ?? 1;
    weights[place] ??= 0;
    addAt(weights, place, 1);
  });
  return {
    project,
    cost: Number(project.cost),
    classes: Int32Array.from(places.keys()),
    points: Float64Array.from(points),
    weights: Float64Array.from(weights),
    allPoints: points.reduce((sum, point, place) => sum + point * (weights[place] as number), 0),
  };
}
