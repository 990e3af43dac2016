// Exits 0 when something listens at the host and port of the URL given.
import { connect } from "node:net";

const { hostname, port } = new URL(process.argv[2]);
const socket = connect({ host: hostname, port: Number(port || 6379), timeout: 1000 });
socket.on("connect", () => process.exit(0));
socket.on("timeout", () => process.exit(1));
socket.on("error", () => process.exit(1));
