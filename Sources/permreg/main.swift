import CommandLineTool

PermregCommand.runToExit()
