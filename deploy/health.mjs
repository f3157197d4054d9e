// Health check of a container: exit code 0 when this process says that it is ready.
const { PORT = '4000' } = process.env
const answer = await fetch(`http://127.0.0.1:${PORT}/health/ready`).catch(() => null)
process.exit(answer?.ok ? 0 : 1)
