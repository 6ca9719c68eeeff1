export async function convert(name: string): Promise<void> {
  Deno.run({ cmd: ['bash', '-c', `convert ${name}`] }); // finds command-injection (warning)
  Deno.run({ cmd: ['convert', name] });
  await new Deno.Command('convert', { args: [name] }).output();
}
