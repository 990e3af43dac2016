/** UUIDs in counting order: the same run gives the same ids. Two assistants on one database take two series. */
export function countingIds(series = 0): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `${series.toString(16).padStart(8, "0")}-0000-7000-8000-${count.toString(16).padStart(12, "0")}`;
  };
}
