import LvzhiCLI

Program.main()
