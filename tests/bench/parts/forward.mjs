// The network alone: the same weights and crops in several runtimes.
import { RUNTIMES } from "../contenders.mjs";
import { inTurn, summary } from "../support/rounds.mjs";
import { agreement } from "./agreement.mjs";

/** Measurements of a contender in one round. */
const REPETITIONS = 3;
/** Emulated WebGPU takes seconds and says nothing about real ones: it only has to be seen to work. */
const EMULATED = { rounds: 4, warmUp: 1 };

/**
 * @param {import("../support/desk.mjs").Desk} desk
 * @param {string[]} pictures paths
 * @param {{rounds: number, warmUp: number}} plan
 * @param {object | null} webGpu from `findWebGpu`
 */
export async function measureForward(desk, pictures, plan, webGpu) {
  const open = async (contender) => ({ ...contender, page: await desk.page(contender, pictures) });
  const [ours, ...others] = await Promise.all(RUNTIMES.filter(({ needsWebGpu }) => !needsWebGpu).map(open));
  const crops = [];
  for (const index of pictures.keys()) crops.push(await ours.page.evaluate((index) => window.bench.crop(index), index));
  const onCpu = await compare([ours, ...others], crops, plan);

  const wanting = RUNTIMES.filter(({ needsWebGpu }) => needsWebGpu);
  if (!webGpu) return { ...onCpu, missing: wanting.map(({ name }) => ({ name, reason: "this browser offers no WebGPU" })) };
  // Apart from the others, because an emulated one keeps all cores busy.
  const onGpu = await compare([ours, ...(await Promise.all(wanting.map(open)))], crops, webGpu.isSoftware ? EMULATED : plan);
  return {
    agreement: [...onCpu.agreement, ...onGpu.agreement],
    // Ours on the CPU was measured again, as the reference.
    rows: [...onCpu.rows, ...onGpu.rows.slice(1)],
    missing: [],
  };
}

/** Compares runtimes with the first of them. */
async function compare(runtimes, crops, plan) {
  const [ours] = runtimes;
  const agreed = await agreement(runtimes, crops);
  const times = await inTurn(runtimes, plan, ({ page }, round) =>
    page.evaluate(([crop, times]) => window.bench.forward(crop, times), [crops.at(round % crops.length), REPETITIONS]),
  );
  const rows = runtimes.map((runtime) => ({ name: runtime.name, ...summary(times.get(runtime), times.get(ours)) }));
  return { agreement: agreed, rows };
}
