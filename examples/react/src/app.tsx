import { useEffect, useRef, useState } from "react";
import type { Attribute, Face, Frame } from "visage";
import { useVisage } from "./use-visage";

const ATTRIBUTES: Attribute[] = ["age", "gender", "race"];

/** A photo, with what the network says of its faces and where it looked for that. */
export function App() {
  const { visage, error } = useVisage();
  const [photo, setPhoto] = useState<ImageBitmap>();
  const [explain, setExplain] = useState<Attribute>("age");
  const [frame, setFrame] = useState<Frame>();
  const [problem, setProblem] = useState<string>();
  const canvas = useRef<HTMLCanvasElement>(null);

  useEffect(() => {
    if (!visage || !photo) return;
    const stop = new AbortController();
    visage.analyze(photo, { explain, signal: stop.signal }).then(
      (found) => {
        setProblem(undefined);
        setFrame(found);
      },
      (error) => stop.signal.aborted || setProblem(error.message),
    );
    return () => stop.abort();
  }, [visage, photo, explain]);

  useEffect(() => {
    if (visage && frame && canvas.current) visage.draw(canvas.current, frame, { labels: false });
  }, [visage, frame]);

  async function open(file: File | undefined) {
    if (!file) return;
    try {
      setPhoto(await createImageBitmap(file));
    } catch {
      setProblem(`${file.name} cannot be opened as a picture.`);
    }
  }

  return (
    <main onDragOver={(event) => event.preventDefault()} onDrop={(event) => (event.preventDefault(), open(event.dataTransfer.files[0]))}>
      <h1>Where does the network look?</h1>
      <label>
        A photo <input type="file" accept="image/*" onChange={(event) => open(event.target.files?.[0])} />
      </label>{" "}
      {ATTRIBUTES.map((attribute) => (
        <label key={attribute}>
          <input type="radio" checked={explain === attribute} onChange={() => setExplain(attribute)} /> {attribute}{" "}
        </label>
      ))}
      <p role="status">{error?.message ?? problem ?? (visage ? "Drop a photo." : "Loading the network…")}</p>
      {photo && (
        <div style={{ position: "relative", width: "fit-content" }}>
          <Picture photo={photo} />
          <canvas ref={canvas} width={photo.width} height={photo.height} style={{ position: "absolute", inset: 0 }} />
        </div>
      )}
      <ul>{frame?.faces.map((face) => <Estimate key={face.number} face={face} />)}</ul>
      <p>Estimates of how a face looks to a network, not facts about a person. Nothing is sent.</p>
    </main>
  );
}

function Picture({ photo }: { photo: ImageBitmap }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => canvas.current?.getContext("2d")?.drawImage(photo, 0, 0), [photo]);
  return <canvas ref={canvas} width={photo.width} height={photo.height} style={{ display: "block" }} />;
}

function Estimate({ face: { age, gender, race, doubts } }: { face: Face }) {
  return (
    <li>
      estimated age {Math.round(age.years)} ({age.interval.join(" to ")})
      {!gender.isGuess && `; as labelled in the data sets ${gender.label} ${Math.round(100 * gender.probability)} %`}, {race.label}{" "}
      {Math.round(100 * race.probability)} %{doubts.length > 0 && `; doubtful: ${doubts.join(", ")}`}
    </li>
  );
}
