/**
 * Something went wrong, in a sentence for whoever reads the console, with a `code` for programs. An aborted call throws the signal's
 * reason instead, as everywhere in the platform.
 */
export class VisageError extends Error {
  /**
   * @param {string} code
   * @param {string} message
   * @param {unknown} [cause]
   */
  constructor(code, message, cause) {
    super(message, { cause });
    this.name = "VisageError";
    this.code = code;
  }
}

/** What a failure of the engine's protocol (`src/protocol/failure.rs`) means to a caller: a code, and a sentence with what to do next. */
export function fromFailure(failure) {
  const [kind, detail] = typeof failure === "string" ? [failure, undefined] : Object.entries(failure)[0];
  const file = detail?.file ?? detail;
  switch (kind) {
    case "program":
      return new VisageError("files", `The engine's program cannot be loaded: ${detail}. Check the \`files\` option and the server.`);
    case "fileRefused":
    case "fileUnreachable":
      return new VisageError("files", `${file} cannot be loaded: ${detail.reason}. Check the \`files\` option and the server.`);
    case "copyDamaged":
    case "fileDamaged":
    case "fileUnusable":
      return new VisageError("files", `${file} is not the file of this release. Copy all files of one version, unchanged.`);
    case "noWebGpu":
      return new VisageError("webgpu", `WebGPU cannot be used (${JSON.stringify(detail)}). Choose the backend "auto" or "cpu".`);
    case "wrongCpu":
      return new VisageError("engine", `This browser computes something else than it should: ${detail}. Update it.`);
    case "late":
      return new VisageError("late", "The engine did not answer in time, and was started anew. Try again, with a smaller picture.");
    case "falsePixels":
      return new VisageError("pixels", "The browser gives false pixels against fingerprinting. Allow this page to read canvases.");
    case "emptyPicture":
      return new VisageError("picture", "The picture has no pixels.");
    case "pixels":
      return new VisageError("picture", `The picture's pixels cannot be read: ${detail}.`);
    default:
      return new VisageError("engine", `The engine has broken down: ${kind} ${detail ?? ""}. It was started anew; try again.`);
  }
}

/** Why nothing can be learned, by `TeachingProblem` of the protocol. */
export function fromTeachingProblem(problem) {
  const [kind, detail] = typeof problem === "string" ? [problem, undefined] : Object.entries(problem)[0];
  const sentences = {
    oneClass: `“${detail}” has examples of one class at most. Show some of another.`,
    noFaces: "The faces that come with the module cannot be loaded.",
    damaged: "These heads are damaged, or of another version of the module. Learn them again.",
    otherNetwork: "These heads were learned on another version's network. Learn them again.",
  };
  return new VisageError("teaching", sentences[kind] ?? "The task or its examples are not as they should be.");
}
