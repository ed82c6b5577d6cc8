import { useEffect, useState } from 'react';

/** A code for a phone's camera: black on white in any theme, drawn as one path. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const [drawn, setDrawn] = useState<{ size: number; path: string }>();
  useEffect(() => {
    let left = false;
    void draw(text).then((result) => left || setDrawn(result));
    return () => {
      left = true;
    };
  }, [text]);
  if (!drawn) return <div className="qr-code" />;
  return (
    <svg
      className="qr-code"
      role="img"
      aria-label={label}
      viewBox={`-4 -4 ${drawn.size + 8} ${drawn.size + 8}`}
      shapeRendering="crispEdges"
    >
      <rect x="-4" y="-4" width={drawn.size + 8} height={drawn.size + 8} fill="#fff" />
      <path d={drawn.path} fill="#000" />
    </svg>
  );
}

async function draw(text: string): Promise<{ size: number; path: string }> {
  const { create } = await import('qrcode');
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const dark = Array.from({ length: modules.size * modules.size }, (_, place) => place).filter(
    (place) => modules.data[place],
  );
  return {
    size: modules.size,
    path: dark.map((place) => `M${place % modules.size} ${Math.floor(place / modules.size)}h1v1h-1z`).join(''),
  };
}
