// Next makes its request scopes with what this puts on the global object, and looks once, when it is first imported.
import 'next/dist/server/node-environment-baseline.js'
