# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'main_window.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, Qt)
from PySide6.QtWidgets import (QHBoxLayout, QSizePolicy, QStackedWidget,
    QVBoxLayout)

from desktop_app.widgets.feedback.status_line import StatusLine
from desktop_app.widgets.shell.navigation import Navigation
class Ui_MainWindow(object):
    def setupUi(self, MainWindow):
        if not MainWindow.objectName():
            MainWindow.setObjectName(u"MainWindow")
        MainWindow.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.frame = QVBoxLayout(MainWindow)
        self.frame.setSpacing(0)
        self.frame.setObjectName(u"frame")
        self.frame.setContentsMargins(0, 0, 0, 0)
        self.body = QHBoxLayout()
        self.body.setSpacing(0)
        self.body.setObjectName(u"body")
        self.navigation = Navigation(MainWindow)
        self.navigation.setObjectName(u"navigation")

        self.body.addWidget(self.navigation)

        self.pages = QStackedWidget(MainWindow)
        self.pages.setObjectName(u"pages")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sizePolicy.setHorizontalStretch(1)
        sizePolicy.setVerticalStretch(1)
        sizePolicy.setHeightForWidth(self.pages.sizePolicy().hasHeightForWidth())
        self.pages.setSizePolicy(sizePolicy)

        self.body.addWidget(self.pages)


        self.frame.addLayout(self.body)

        self.status = StatusLine(MainWindow)
        self.status.setObjectName(u"status")

        self.frame.addWidget(self.status)


        self.retranslateUi(MainWindow)
    # setupUi

    def retranslateUi(self, MainWindow):
        MainWindow.setWindowTitle(QCoreApplication.translate("MainWindow", u"\u062f\u0628\u06cc\u0631\u062e\u0627\u0646\u0647\u0654 \u06a9\u0645\u06cc\u062a\u0647\u0654 \u0645\u0634\u062a\u0631\u06a9", None))
    # retranslateUi

