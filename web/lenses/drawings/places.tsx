import type { z } from 'zod';
import type { PlacesDrawing, Reading, Value } from '../../../src/lenses/schema.ts';
import { Told, ToldSmall } from '../told.tsx';
import { useLensWords } from '../words.ts';

type Places = z.infer<typeof PlacesDrawing>;
type Place = Places['places'][number];

const percent = (share: number): string => `${Math.max(0, Math.min(1, share)) * 100}%`;

/** One bar a village: of the people to be seen, how many were; the whisker is the 95 % interval. */
export function PlacesPicture({ reading, drawing }: { reading: Reading; drawing: Places }) {
  return (
    <ul className="bars places">
      {drawing.places.map((place) => (
        <PlaceLine
          key={place.area}
          place={place}
          reading={reading}
          value={reading.values.find(({ key }) => key === `${place.area}:reach`)}
          thrice={reading.values.find(({ key }) => key === `${place.area}:reach3`)}
        />
      ))}
    </ul>
  );
}

interface PlaceLineProps {
  place: Place;
  reading: Reading;
  value: Value | undefined;
  thrice: Value | undefined;
}

function PlaceLine({ place, reading, value, thrice }: PlaceLineProps) {
  const { say } = useLensWords();
  const share = place.served !== null && place.eligible ? place.served / place.eligible : undefined;
  const three = place.served3 !== null && place.eligible ? place.served3 / place.eligible : undefined;
  return (
    <li className="bar-line">
      <span className="bar-label">{place.name}</span>
      <span className="bar-track bar-track-full" aria-hidden="true">
        {share === undefined ? <span className="bar-nothing" /> : null}
        <span className="bar-rest" style={{ width: percent(share ?? 0) }} />
        <span className="bar-did bar-over" style={{ width: percent(three ?? 0) }} />
        {value?.interval ? (
          <span
            className="whisker"
            style={{
              left: percent(value.interval.lower),
              width: percent(value.interval.upper - value.interval.lower),
            }}
          />
        ) : null}
      </span>
      <span className="bar-told">
        {value ? (
          <Told reading={reading} value={value} />
        ) : (
          <span className="waiting">{say('draw.no-population')}</span>
        )}
        {value ? <ToldSmall value={value} /> : null}
        {thrice && place.served !== 0 ? (
          <span className="note">
            {say('draw.served3')} <Told reading={reading} value={thrice} />
          </span>
        ) : null}
        {place.served === 0 ? <span className="note waiting">{say('draw.never')}</span> : null}
      </span>
    </li>
  );
}
