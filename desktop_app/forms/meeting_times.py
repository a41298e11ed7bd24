# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'meeting_times.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (Qt)
from PySide6.QtWidgets import (QVBoxLayout)

from desktop_app.widgets.dates.time_edit import TimeEdit
from desktop_app.widgets.fields.field import Field
class Ui_MeetingTimes(object):
    def setupUi(self, MeetingTimes):
        if not MeetingTimes.objectName():
            MeetingTimes.setObjectName(u"MeetingTimes")
        MeetingTimes.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.column = QVBoxLayout(MeetingTimes)
        self.column.setSpacing(12)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(0, 0, 0, 0)
        self.timeField = Field(MeetingTimes)
        self.timeField.setObjectName(u"timeField")
        self.timeColumn = QVBoxLayout(self.timeField)
        self.timeColumn.setObjectName(u"timeColumn")
        self.timeEdit = TimeEdit(self.timeField)
        self.timeEdit.setObjectName(u"timeEdit")

        self.timeColumn.addWidget(self.timeEdit)


        self.column.addWidget(self.timeField)


        self.retranslateUi(MeetingTimes)
    # setupUi

    def retranslateUi(self, MeetingTimes):
        pass
    # retranslateUi

